using CxFunctions.Tests.EndToEnd.Journeys;

namespace CxFunctions.Tests.EndToEnd.Privacy;

public sealed class EndedInstancesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_history_is_deleted_some_days_after_its_end_and_the_transaction_that_comes_again_starts_nothing()
    {
        await using var scene = await Scene.StartAsync(change: o => o with { Settings = new Dictionary<string, string>(o.Settings) { ["Retention__EndedInstances"] = "3.00:00:00" } });
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten));
        await scene.AdvanceAsync(TimeSpan.FromHours(48) + TimeSpan.FromDays(3) - TimeSpan.FromHours(1));
        var ended = await scene.LedgerAsync("T-1");
        Assert.NotNull(ended.EndedAt);
        Assert.Equal(200, await StatusAsync(scene, ended.JourneyId));

        await scene.AdvanceAsync(TimeSpan.FromHours(3));
        Assert.Equal(404, await StatusAsync(scene, ended.JourneyId));

        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten));
        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(404, await StatusAsync(scene, ended.JourneyId));
        Assert.Equal(ended, await scene.LedgerAsync("T-1") with { ETag = ended.ETag, Dimensions = ended.Dimensions });
    }

    private static async Task<int> StatusAsync(Scene scene, string instance)
    {
        using var answer = await scene.Http.GetAsync("/host/instances/" + instance, Stop);
        return (int)answer.StatusCode;
    }
}
