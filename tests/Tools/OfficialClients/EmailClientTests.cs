using System.Diagnostics;
using System.Text.Json;
using CxFunctions.Sandbox;

namespace CxFunctions.Tests.Tools.OfficialClients;

/// <summary>@azure/communication-email sends through the Sandbox and follows its operation to the end.</summary>
public sealed class EmailClientTests(SandboxOfClients sandbox) : IClassFixture<SandboxOfClients>, IAsyncDisposable
{
    [Fact]
    public async Task A_send_is_followed_until_it_has_succeeded()
    {
        var operation = Guid.NewGuid().ToString();
        var before = await sandbox.CountAsync("email", "requests");

        var result = (await SendAsync("ana@cx.example", operation)).GetProperty("result");

        Assert.Equal(2, await sandbox.CountAsync("email", "requests") - before);
        Assert.Equal((operation, "Succeeded"), (result.GetProperty("id").GetString(), result.GetProperty("status").GetString()));
        var message = await sandbox.SettledMessageAsync("ana@cx.example");
        Assert.Equal(("Your call", "Delivered"), (message.GetProperty("subject").GetString(), message.GetProperty("status").GetString()));
        Assert.Equal("https://cx.example/s/abc", message.GetProperty("links")[0].GetString());
    }

    [Fact]
    public async Task The_same_operation_again_sends_nothing()
    {
        var operation = Guid.NewGuid().ToString();

        await SendAsync("luis@cx.example", operation);
        var again = (await SendAsync("luis@cx.example", operation)).GetProperty("result");

        Assert.Equal(operation, again.GetProperty("id").GetString());
        await sandbox.SettledMessageAsync("luis@cx.example");
    }

    [Fact]
    public async Task A_wrong_key_is_refused()
    {
        var error = (await SendAsync("eva@cx.example", key: Convert.ToBase64String(new byte[32]))).GetProperty("error");

        Assert.Equal((401, "Denied"), (error.GetProperty("status").GetInt32(), error.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task An_address_that_is_none_is_told_so()
    {
        var error = (await SendAsync("nobody")).GetProperty("error");

        Assert.Equal(400, error.GetProperty("status").GetInt32());
        Assert.Contains("Invalid format for email address", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_throttled_client_comes_back_when_told_and_gives_up_in_the_end()
    {
        var throttledBefore = await sandbox.CountAsync("email", "throttled");
        await sandbox.MisbehaveAsync(new { service = "email", rate429 = 1, retryAfterSeconds = 1 });
        var watch = Stopwatch.StartNew();

        var error = (await SendAsync("noa@cx.example")).GetProperty("error");

        Assert.Equal(429, error.GetProperty("status").GetInt32());
        Assert.Equal(4, await sandbox.CountAsync("email", "throttled") - throttledBefore);
        Assert.True(watch.Elapsed >= TimeSpan.FromSeconds(3), $"It waited {watch.Elapsed} over three repeats.");
    }

    public async ValueTask DisposeAsync() => await sandbox.MisbehaveAsync(new { service = "email" });

    private Task<JsonElement> SendAsync(string to, string? operationId = null, string key = SandboxOptions.DefaultAccessKey) =>
        SandboxOfClients.AskAsync("email", new
        {
            connectionString = $"endpoint={sandbox.Server.Url};accesskey={key}",
            operationId = operationId ?? Guid.NewGuid().ToString(),
            message = new
            {
                senderAddress = "DoNotReply@cx.example",
                content = new { subject = "Your call", plainText = "How was it?", html = "<a href=\"https://cx.example/s/abc\">How was it?</a>" },
                recipients = new { to = new[] { new { address = to, displayName = "Ana" } } },
            },
        });
}
