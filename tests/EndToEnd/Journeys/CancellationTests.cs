using CxFunctions.Journeys.Ledger;
using CxFunctions.Messages;

namespace CxFunctions.Tests.EndToEnd.Journeys;

public sealed class CancellationTests
{
    private static readonly object Cancelled = new { @event = "cancelled", id = "T-1" };

    [Fact]
    public async Task Taken_back_before_the_invitation_nobody_is_asked()
    {
        await using var scene = await Scene.StartAsync();
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten));
        await scene.AdvanceAsync(TimeSpan.FromMinutes(10));
        var receipt = await scene.PostAsync(Cancelled);
        await scene.AdvanceAsync(TimeSpan.FromHours(48));

        Assert.Equal(1, receipt.GetProperty("accepted").GetInt32());
        Assert.Empty(await scene.MessagesAsync());
        Assert.Equal((JourneyEnd.Cancelled, Scene.Ten.AddMinutes(10)), (await scene.LedgerAsync("T-1")) is var e ? (e.End, e.EndedAt) : default);
    }

    [Fact]
    public async Task Taken_back_after_the_invitation_there_is_no_reminder()
    {
        await using var scene = await Scene.StartAsync();
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten));
        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        await scene.PostAsync(Cancelled);
        await scene.AdvanceAsync(TimeSpan.FromHours(48));

        Assert.Single(await scene.MessagesAsync());
        Assert.Equal(JourneyEnd.Cancelled, (await scene.LedgerAsync("T-1")).End);
    }

    [Fact]
    public async Task A_cancellation_that_overtakes_its_transaction_counts()
    {
        await using var scene = await Scene.StartAsync();
        await scene.PostAsync(Cancelled);
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten));
        await scene.AdvanceAsync(TimeSpan.FromHours(48));

        Assert.Empty(await scene.MessagesAsync());
        Assert.Equal((LedgerReason.Cancelled, JourneyEnd.Cancelled), (await scene.LedgerAsync("T-1")) is var e ? (e.Reason, e.End) : default);
    }

    [Fact]
    public async Task In_one_delivery_with_its_transaction_it_counts_too()
    {
        await using var scene = await Scene.StartAsync();
        await scene.PostAsync(Cancelled, Scene.Purchase("T-1", Scene.Ten), Scene.Purchase("T-2", Scene.Ten, "C-2", "+51987000002"));
        await scene.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Empty(await scene.MessagesAsync());
        Assert.Single(await scene.MessagesAsync("+51987000002"));
    }
}
