using CxFunctions.Journeys.Ledger;
using CxFunctions.Messages;

namespace CxFunctions.Tests.EndToEnd.Journeys;

public sealed class UnusedClaimTests
{
    /// <summary>The invitation had its turn, could not go for the day's budget, and was taken back before the next day.</summary>
    [Fact]
    public async Task A_contact_who_was_never_written_to_is_not_kept_from_the_next_survey()
    {
        await using var scene = await Scene.StartAsync(change: o => o with { Settings = new Dictionary<string, string> { ["Budget__SmsSegmentsPerDay"] = "0", ["Budget__EmailsPerDay"] = "0" } });
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten));
        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        await scene.PostAsync(new { id = "T-1", @event = "cancelled" });
        Assert.Equal(JourneyEnd.Cancelled, (await scene.LedgerAsync("T-1")).End);

        await scene.PostAsync(Scene.Purchase("T-2", scene.Now));

        Assert.Equal(LedgerReason.Eligible, (await scene.LedgerAsync("T-2")).Reason);
    }
}
