using System.Diagnostics;
using System.Text.Json;
using CxFunctions.Sandbox;

namespace CxFunctions.Tests.Tools.OfficialClients;

/// <summary>@azure/communication-sms cannot tell the Sandbox from the service.</summary>
public sealed class SmsClientTests(SandboxOfClients sandbox) : IClassFixture<SandboxOfClients>, IAsyncDisposable
{
    [Fact]
    public async Task One_text_to_three_numbers_has_an_outcome_for_each()
    {
        await sandbox.MisbehaveAsync(new { service = "sms", undeliverable = new[] { "+51987654322" } });

        var answer = await SendAsync(["+51987654321", "+51987654322", "12"], enableDeliveryReport: true, tag: "survey-1");

        var results = answer.GetProperty("result").EnumerateArray().ToList();
        Assert.Equal(["+51987654321", "+51987654322", "12"], results.Select(r => r.GetProperty("to").GetString()));
        Assert.Equal([202, 202, 400], results.Select(r => r.GetProperty("httpStatusCode").GetInt32()));
        Assert.Equal([true, true, false], results.Select(r => r.GetProperty("successful").GetBoolean()));
        Assert.NotEmpty(results[2].GetProperty("errorMessage").GetString()!);

        var delivered = await sandbox.SettledMessageAsync("+51987654321");
        Assert.Equal(("Delivered", "survey-1"), (delivered.GetProperty("status").GetString(), delivered.GetProperty("tag").GetString()));
        Assert.Equal(results[0].GetProperty("messageId").GetString(), delivered.GetProperty("id").GetString());
        Assert.Equal("Failed", (await sandbox.SettledMessageAsync("+51987654322")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_wrong_key_is_refused()
    {
        var error = (await SendAsync(["+51987654323"], key: Convert.ToBase64String(new byte[32]))).GetProperty("error");

        Assert.Equal(401, error.GetProperty("status").GetInt32());
        Assert.Equal("Denied", error.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_sender_that_is_none_is_told_so()
    {
        var error = (await SendAsync(["+51987654324"], from: "!")).GetProperty("error");

        Assert.Equal(400, error.GetProperty("status").GetInt32());
        Assert.Contains("Invalid From phone number format", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_throttled_client_waits_as_long_as_it_is_told_and_then_sends_once()
    {
        var throttledBefore = await sandbox.CountAsync("sms", "throttled");
        await sandbox.MisbehaveAsync(new { service = "sms", rate429 = 0.5, retryAfterSeconds = 2, seed = SeedOfThrottledOnce() });
        var watch = Stopwatch.StartNew();

        var answer = await SendAsync(["+51987654325"]);

        Assert.True(watch.Elapsed >= TimeSpan.FromSeconds(2), $"It waited {watch.Elapsed}.");
        Assert.True(answer.GetProperty("result")[0].GetProperty("successful").GetBoolean());
        Assert.Equal(1, await sandbox.CountAsync("sms", "throttled") - throttledBefore);
        await sandbox.SettledMessageAsync("+51987654325");
    }

    public async ValueTask DisposeAsync() => await sandbox.MisbehaveAsync(new { service = "sms" });

    /// <summary>The Sandbox throttles a request whose draw is under the rate: here the first, not the second.</summary>
    private static int SeedOfThrottledOnce() => Enumerable.Range(1, 1000).First(seed =>
    {
        var chance = new Random(seed);
        return (chance.NextDouble(), chance.NextDouble()) is ( < 0.5, >= 0.5);
    });

    private Task<JsonElement> SendAsync(string[] to, string from = "+18335550100", string key = SandboxOptions.DefaultAccessKey, bool enableDeliveryReport = false, string? tag = null) =>
        SandboxOfClients.AskAsync("sms", new
        {
            connectionString = $"endpoint={sandbox.Server.Url};accesskey={key}",
            from,
            to,
            message = "¿Qué tal su compra? https://cx.example/s/abc",
            enableDeliveryReport,
            tag,
        });
}
