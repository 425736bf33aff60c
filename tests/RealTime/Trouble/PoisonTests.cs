using System.Net;
using System.Text.Json;
using Azure.Data.Tables;

namespace CxFunctions.Tests.RealTime.Trouble;

/// <summary>Messages that fail for good: why is written down, and when the cause is gone they are put back.</summary>
public sealed class PoisonTests(Hosts hosts)
{
    private const string Queue = "transactions";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_without_hope_tells_why_and_is_done_when_it_is_put_back_after_the_cause_is_gone()
    {
        var host = await hosts.Of("Development");
        var unlucky = new Customer("unlucky");
        var ledger = host.Books.Tables.GetTableClient("Ledger");
        // A row that no release wrote: whoever reads it fails.
        var broken = new TableEntity(Books.JourneyOf(unlucky), "entry") { ["Reason"] = "Nonsense" };
        await ledger.AddEntityAsync(broken, Stop);
        await host.BuysAsync(unlucky);
        await Patience.UntilAsync("it is in poison", async () => await host.Books.PoisonAsync(Queue) == 1);

        var told = Of(await host.ReadAsync("/api/poison"), Queue);
        Assert.Equal(1, told.GetProperty("poison").GetInt32());
        var reason = Assert.Single(told.GetProperty("messages").EnumerateArray()).GetProperty("reason");
        Assert.Equal("TransactionConsumer", reason.GetProperty("function").GetString());
        Assert.Equal(5, reason.GetProperty("tries").GetInt32());
        Assert.NotEmpty(reason.GetProperty("sentence").GetString()!);
        Assert.Empty(await host.Outside.SurveysOfAsync(unlucky));

        await ledger.DeleteEntityAsync(broken.PartitionKey, broken.RowKey, cancellationToken: Stop);
        using var replayed = await host.SendAsync(HttpMethod.Post, $"/api/poison/{Queue}/replay");
        Assert.True(replayed.IsSuccessStatusCode, $"{replayed.StatusCode}");
        await host.InvitedAsync(unlucky);
        Assert.Equal(0, await host.Books.PoisonAsync(Queue));
    }

    [Theory]
    [InlineData("not even JSON")]
    [InlineData("""{"version":99,"journeyId":"journey-x","kind":"answered"}""")]
    public async Task A_message_that_this_release_does_not_know_is_not_lost(string text)
    {
        var host = await hosts.Of("Development");
        await host.Books.Queues.GetQueueClient("opt-outs").SendMessageAsync(text, Stop);
        await Patience.UntilAsync("it tells why", async () =>
            Of(await host.ReadAsync("/api/poison"), "opt-outs").GetProperty("messages").EnumerateArray().Any(m => m.TryGetProperty("reason", out var why) && why.ValueKind == JsonValueKind.Object));
        using var nobody = await host.SendAsync(HttpMethod.Post, "/api/poison/no-such-queue/replay");
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
    }

    private static JsonElement Of(JsonElement poison, string queue) =>
        (poison.ValueKind == JsonValueKind.Array ? poison : poison.GetProperty("queues")).EnumerateArray().Single(one => one.GetProperty("queue").GetString() == queue);
}
