using System.Net;
using CxFunctions.Sandbox;

namespace CxFunctions.Tests.Tools.Sandbox;

public sealed class SmsTests : IAsyncLifetime
{
    private SandboxServer _server = null!;
    private SignedClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await SandboxServer.StartAsync(new SandboxOptions { Managers = ["+51900000001"] });
        _client = new SignedClient(_server);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_message_sent_can_be_read_with_its_links_segments_and_tag()
    {
        using var answer = await _client.SendSmsAsync("+51987654321", "¿Qué tal su llamada? https://cx.example/s/abc123. Gracias", Guid.NewGuid(), "survey-1");
        var item = (await answer.JsonAsync()).GetProperty("value")[0];
        Assert.Equal("202", item.Text("httpStatusCode"));
        Assert.Equal("accepted", item.Text("repeatabilityResult"));
        Assert.True(item.GetProperty("successful").GetBoolean());

        var message = (await _client.MessagesAsync("?to=%2B51987654321&kind=sms"))[0];
        Assert.Equal(item.Text("messageId"), message.Text("id"));
        Assert.Equal("https://cx.example/s/abc123", message.GetProperty("links")[0].GetString());
        Assert.Equal("1", message.Text("segments"));
        Assert.Equal("survey-1", message.Text("tag"));
        Assert.Equal("sms", message.Text("kind"));
        Assert.Equal("+18335550100", message.Text("from"));
    }

    [Fact]
    public async Task A_repeated_request_sends_nothing_and_returns_the_same_message()
    {
        var repeatability = Guid.NewGuid();
        using var first = await _client.SendSmsAsync("+51987654321", "Hola", repeatability);
        using var second = await _client.SendSmsAsync("+51987654321", "Hola", repeatability);
        using var other = await _client.SendSmsAsync("+51987654322", "Hola", repeatability);
        var ids = await Task.WhenAll(first.JsonAsync(), second.JsonAsync(), other.JsonAsync());
        Assert.Equal(ids[0].GetProperty("value")[0].Text("messageId"), ids[1].GetProperty("value")[0].Text("messageId"));
        Assert.NotEqual(ids[0].GetProperty("value")[0].Text("messageId"), ids[2].GetProperty("value")[0].Text("messageId"));
        Assert.Equal(2, (await _client.MessagesAsync()).GetArrayLength());
        Assert.Equal("1", (await _client.StatsAsync("sms")).Text("duplicatesSuppressed"));
    }

    [Fact]
    public async Task One_bad_number_fails_alone()
    {
        using var answer = await _client.PostAsync("/sms?api-version=2026-01-23", new
        {
            from = "+18335550100",
            smsRecipients = new object[] { new { to = "+51987654321" }, new { to = "987" }, new { to = "+112345678901" } },
            message = "Hi",
        });
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var value = (await answer.JsonAsync()).GetProperty("value");
        Assert.Equal(["202", "400", "400"], value.EnumerateArray().Select(i => i.Text("httpStatusCode")));
        Assert.Equal("Invalid To phone number format.", value[1].Text("errorMessage"));
        Assert.Null(value[1].Text("messageId"));
        Assert.Equal(1, (await _client.MessagesAsync()).GetArrayLength());
    }

    [Fact]
    public async Task A_repeatability_without_a_proper_date_is_rejected()
    {
        using var answer = await _client.PostAsync("/sms?api-version=2026-01-23", new
        {
            from = "+18335550100",
            smsRecipients = new object[] { new { to = "+51987654321", repeatabilityRequestId = Guid.NewGuid() } },
            message = "Hi",
        });
        var item = (await answer.JsonAsync()).GetProperty("value")[0];
        Assert.Equal("400", item.Text("httpStatusCode"));
        Assert.Equal("rejected", item.Text("repeatabilityResult"));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(101, 10)]
    [InlineData(1, 2049)]
    public async Task Limits_are_the_services(int recipients, int characters)
    {
        using var answer = await _client.PostAsync("/sms?api-version=2026-01-23", new
        {
            from = "+18335550100",
            smsRecipients = Enumerable.Range(0, recipients).Select(i => new { to = $"+5198765{i:0000}" }),
            message = new string('x', characters),
        });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_request_without_version_is_refused()
    {
        using var answer = await _client.PostAsync("/sms", new { });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("MissingApiVersionParameter", (await answer.JsonAsync()).GetProperty("error").Text("code"));
    }

    [Fact]
    public async Task Managers_messages_are_marked_and_since_reads_on_from_the_last_seen()
    {
        (await _client.SendSmsAsync("+51987654321", "uno")).Dispose();
        (await _client.SendSmsAsync("+51900000001", "dos")).Dispose();
        var second = Assert.Single((await _client.MessagesAsync("?since=1")).EnumerateArray());
        Assert.Equal("dos", second.Text("text"));
        Assert.True(second.GetProperty("toManager").GetBoolean());
    }

    [Fact]
    public async Task Opt_outs_can_be_added_checked_and_removed()
    {
        var body = new { from = "+18335550100", recipients = new[] { new { to = "+14255550123" } } };
        Assert.False(await IsOptedOutAsync(body));
        (await _client.PostAsync("/sms/optouts:add?api-version=2026-01-23", body)).Dispose();
        Assert.True(await IsOptedOutAsync(body));
        (await _client.PostAsync("/sms/optouts:remove?api-version=2026-01-23", body)).Dispose();
        Assert.False(await IsOptedOutAsync(body));
    }

    private async Task<bool> IsOptedOutAsync(object body)
    {
        using var answer = await _client.PostAsync("/sms/optouts:check?api-version=2026-01-23", body);
        return (await answer.JsonAsync()).GetProperty("value")[0].GetProperty("isOptedOut").GetBoolean();
    }
}
