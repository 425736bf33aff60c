using System.Net;
using CxFunctions.Sandbox;

namespace CxFunctions.Tests.Tools.Sandbox;

public sealed class EmailTests : IAsyncLifetime
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
    public async Task An_email_becomes_an_operation_that_can_be_polled_and_a_message_in_a_mailbox()
    {
        var operation = Guid.NewGuid();
        using var answer = await _client.SendEmailAsync(
            "ana@example.com", "Su opinión", "<p><a href=\"https://cx.example/s/abc?x=1&amp;y=2\">Responder</a></p>", operation);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal(operation.ToString(), (await answer.JsonAsync()).Text("id"));
        var location = new Uri(answer.Headers.GetValues("Operation-Location").Single());
        Assert.NotNull(answer.Headers.RetryAfter);

        using var poll = await _client.GetAsync(location.PathAndQuery);
        Assert.Equal("Succeeded", (await poll.JsonAsync()).Text("status"));

        var message = (await _client.MessagesAsync("?kind=email&to=ana@example.com"))[0];
        Assert.Equal(operation.ToString(), message.Text("id"));
        Assert.Equal("https://cx.example/s/abc?x=1&y=2", message.GetProperty("links")[0].GetString());
    }

    [Fact]
    public async Task The_same_operation_id_sends_once()
    {
        var operation = Guid.NewGuid();
        (await _client.SendEmailAsync("ana@example.com", "a", "b", operation)).Dispose();
        using var again = await _client.SendEmailAsync("ana@example.com", "a", "b", operation);
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        Assert.Equal(1, (await _client.MessagesAsync()).GetArrayLength());
        Assert.Equal("1", (await _client.StatsAsync("email")).Text("duplicatesSuppressed"));
    }

    [Theory]
    [InlineData("not an address", "subject", "<p>x</p>")]
    [InlineData("ana@example.com", "", "<p>x</p>")]
    [InlineData("ana@example.com", "subject", "")]
    public async Task What_the_service_refuses_is_refused_with_its_error_body(string to, string subject, string html)
    {
        using var answer = await _client.SendEmailAsync(to, subject, html);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("InvalidRequest", answer.Headers.GetValues("x-ms-error-code").Single());
        Assert.NotNull((await answer.JsonAsync()).GetProperty("error").Text("target"));
    }

    [Fact]
    public async Task Everyone_addressed_gets_a_copy_of_their_own()
    {
        using var answer = await _client.PostAsync("/emails:send?api-version=2025-09-01", new
        {
            senderAddress = "donotreply@bank.example",
            content = new { subject = "s", plainText = "see https://cx.example/1" },
            recipients = new { to = new[] { new { address = "a@example.com" } }, cc = new[] { new { address = "b@example.com" } } },
        });
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal(["a@example.com", "b@example.com"], (await _client.MessagesAsync()).EnumerateArray().Select(m => m.Text("to")));
    }
}
