using System.Diagnostics;
using System.Net;
using CxFunctions.Sandbox;

namespace CxFunctions.Tests.Tools.Sandbox;

public sealed class FaultTests : IAsyncLifetime
{
    private SandboxServer _server = null!;
    private SignedClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await SandboxServer.StartAsync(new SandboxOptions());
        _client = new SignedClient(_server);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Throttling_says_when_to_come_back_and_does_nothing()
    {
        (await _client.FaultsAsync(new { service = "sms", rate429 = 1, retryAfterSeconds = 7 })).Dispose();
        using var answer = await _client.SendSmsAsync("+51987654321", "Hola");
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(7), answer.Headers.RetryAfter!.Delta);
        Assert.Equal(0, (await _client.MessagesAsync()).GetArrayLength());
        Assert.Equal("1", (await _client.StatsAsync("sms")).Text("throttled"));
    }

    [Fact]
    public async Task Faults_of_one_service_leave_the_others_alone()
    {
        (await _client.FaultsAsync(new { service = "sms", rate500 = 1 })).Dispose();
        using var sms = await _client.SendSmsAsync("+51987654321", "Hola");
        using var email = await _client.SendEmailAsync("ana@example.com", "s", "h");
        Assert.Equal(HttpStatusCode.InternalServerError, sms.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, email.StatusCode);
    }

    [Fact]
    public async Task A_dropped_connection_may_have_done_its_work_and_a_repeat_does_not_do_it_twice()
    {
        (await _client.FaultsAsync(new { service = "sms", drop = 1, seed = 5 })).Dispose();
        var repeatability = Guid.NewGuid();
        for (var i = 0; i < 12; i++)
        {
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => _client.SendSmsAsync("+51987654321", "Hola", repeatability));
        }

        var stats = await _client.StatsAsync("sms");
        Assert.NotEqual("0", stats.Text("dropped"));
        Assert.NotEqual("0", stats.Text("droppedAfterWork"));
        Assert.Equal("1", stats.Text("messages"));
        Assert.Equal(1, (await _client.MessagesAsync()).GetArrayLength());
    }

    [Fact]
    public async Task The_same_seed_deals_the_same_faults()
    {
        Assert.Equal(await DealAsync(), await DealAsync());
    }

    [Fact]
    public async Task Latency_delays_the_answer()
    {
        (await _client.FaultsAsync(new { service = "email", latencyMs = 300 })).Dispose();
        var watch = Stopwatch.StartNew();
        (await _client.SendEmailAsync("ana@example.com", "s", "h")).Dispose();
        Assert.True(watch.ElapsedMilliseconds >= 290);
    }

    [Theory]
    [InlineData("phone", 0.0)]
    [InlineData("sms", 1.5)]
    [InlineData("sms", -0.1)]
    public async Task Senseless_faults_are_refused(string service, double rate429)
    {
        using var answer = await _client.FaultsAsync(new { service, rate429 });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Cleared_messages_are_gone_but_still_known_for_repeats()
    {
        var repeatability = Guid.NewGuid();
        (await _client.SendSmsAsync("+51987654321", "Hola", repeatability)).Dispose();
        (await _client.Plain.DeleteAsync("/sandbox/messages", TestContext.Current.CancellationToken)).Dispose();
        Assert.Equal(0, (await _client.MessagesAsync()).GetArrayLength());
        (await _client.SendSmsAsync("+51987654321", "Hola", repeatability)).Dispose();
        Assert.Equal(0, (await _client.MessagesAsync()).GetArrayLength());
    }

    private async Task<string> DealAsync()
    {
        (await _client.FaultsAsync(new { service = "sms", rate429 = 0.3, rate500 = 0.3, seed = 42 })).Dispose();
        var statuses = new List<int>();
        for (var i = 0; i < 20; i++)
        {
            using var answer = await _client.SendSmsAsync("+51987654321", "Hola");
            statuses.Add((int)answer.StatusCode);
        }

        Assert.Equal(3, statuses.Distinct().Count());
        return string.Join(",", statuses);
    }
}
