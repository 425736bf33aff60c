using Azure.Data.Tables;
using CxFunctions.Foundation;
using CxFunctions.Journeys.Ledger;
using CxFunctions.Journeys.Transactions;
using CxFunctions.Messages;
using CxFunctions.Rollups;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Journeys;

/// <summary>What can't be handled stands alone: its neighbours go on.</summary>
public sealed class BadNeighboursTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Transactions_behind_some_that_can_t_be_handled_are_surveyed_all_the_same()
    {
        await using var scene = await Scene.StartAsync();
        // Decided by a release that forgot when to invite.
        var stuck = Enumerable.Range(0, 20).Select(i => Transaction($"T-{i}", "gone")).ToList();
        foreach (var transaction in stuck)
        {
            var entry = LedgerOpening.Of(Message([transaction]), transaction);
            await scene.LedgerOf.DecideAsync(entry with { Reason = LedgerReason.Eligible, ExpiresAt = Scene.Ten.AddHours(48) }, Stop);
        }

        await scene.Services.GetRequiredService<QueueSender>().SendAsync(QueueNames.Transactions, Message([.. stuck, Transaction("T-good", "retail")]), cancellationToken: Stop);

        for (var look = 0; look < 50 && await scene.LedgerOf.FindAsync("standard", "T-good", Stop) is null; look++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), Stop);
        }
        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal((LedgerReason.Eligible, true), (await scene.LedgerAsync("T-good")) is var e ? (e.Reason, e.InvitedAt is not null) : default);
    }

    [Fact]
    public async Task A_dimension_s_value_longer_than_any_key_is_counted_and_holds_up_nobody()
    {
        await using var scene = await Scene.StartAsync();
        var tale = string.Join(' ', Enumerable.Repeat("café", 200));
        var facts = scene.Services.GetRequiredService<FactStore>();
        foreach (var program in new[] { "bank", "retail" })
        {
            var fact = new FactChanged(1, "journey-" + program, program, program == "bank" ? "branch" : "purchase", Scene.Ten, new Dictionary<string, string> { ["store"] = program == "bank" ? tale : "Norte" }, FieldworkStage.Received);
            await facts.MergeAsync(fact, Stop);
            await scene.Services.GetRequiredService<DirtyHourStore>().MarkAsync(DirtyHour.Of(fact), Stop);
        }

        await scene.Services.GetRequiredService<RollupRun>().RunAsync(Stop);

        var rollups = scene.Services.GetRequiredService<RollupStore>();
        var values = await rollups.BreakdownAsync("bank", "branch", "store", Grain.Day, Scene.Ten.AddDays(-1), Scene.Ten.AddDays(1), Stop).ToListAsync(Stop);
        Assert.Equal((tale, 1), Assert.Single(values) is var v ? (v.Key.Value, v.Counts.Of(FieldworkStage.Received)) : default);
        Assert.NotNull(await rollups.FindAsync(v.Key, Scene.Ten, Stop));
        Assert.NotNull(await rollups.FindAsync(RollupKey.Total("retail", "purchase", Grain.Month), Scene.Ten, Stop));
    }

    [Fact]
    public async Task One_program_s_month_that_can_t_be_computed_holds_up_no_other()
    {
        await using var scene = await Scene.StartAsync();
        var (facts, dirty) = (scene.Services.GetRequiredService<FactStore>(), scene.Services.GetRequiredService<DirtyHourStore>());
        var good = new FactChanged(1, "journey-1", "retail", "purchase", Scene.Ten, new Dictionary<string, string>(), FieldworkStage.Received);
        await facts.MergeAsync(good, Stop);
        await dirty.MarkAsync(DirtyHour.Of(good), Stop);
        var broken = new TableEntity(FactEntity.Partition("bank", "branch", Scene.Ten), "journey-2") { ["Dimensions"] = "no JSON" };
        await scene.Services.GetRequiredService<TableServiceClient>().GetTableClient(TableNames.Facts).AddEntityAsync(broken, Stop);
        // In every shard, so that it is the first that the run comes to.
        while ((await dirty.ListAsync(Stop)).Count < 9)
        {
            await dirty.MarkAsync(new DirtyHour("bank", "branch", UtcHour.Of(Scene.Ten)), Stop);
        }

        await Assert.ThrowsAnyAsync<Exception>(() => scene.Services.GetRequiredService<RollupRun>().RunAsync(Stop));

        Assert.NotNull(await scene.Services.GetRequiredService<RollupStore>().FindAsync(RollupKey.Total("retail", "purchase", Grain.Month), Scene.Ten, Stop));
        Assert.All(await dirty.ListAsync(Stop), mark => Assert.Equal("bank", mark.Hour.Program));
    }

    [Fact]
    public async Task Of_a_dimension_s_value_that_is_a_tale_the_ledger_keeps_the_beginning()
    {
        var transaction = Transaction("T-1", "retail") with { Attributes = new Dictionary<string, string> { ["store"] = new string('x', LedgerOpening.LongestValue - 1) + "🙂 and more" } };
        await using var scene = await Scene.StartAsync();
        await scene.Services.GetRequiredService<QueueSender>().SendAsync(QueueNames.Transactions, Message([transaction]), cancellationToken: Stop);
        await scene.WhenIdleAsync();

        Assert.Equal(new string('x', LedgerOpening.LongestValue - 1), (await scene.LedgerAsync("T-1")).Dimensions["store"]);
    }

    private static Transaction Transaction(string id, string program) => new()
    {
        Id = id,
        Program = program,
        Touchpoint = "purchase",
        OccurredAt = Scene.Ten,
        Contact = new() { Id = "C-" + id, Phone = "+51987654321", Consent = new() { Sms = true } },
    };

    private static TransactionsReceived Message(IReadOnlyList<Transaction> transactions) => new(1, "d", "standard", Scene.Ten, transactions);
}
