using DurableTask.Core;
using DurableTask.Core.Query;

namespace CxFunctions.Tests.Tools.TimeMachine;

public sealed class QueryTests
{
    [Fact]
    public async Task Pages_follow_each_other_by_id_and_hold_each_instance_once()
    {
        await using var hub = await TwelveJourneysAsync();
        var seen = new List<string>();
        var pages = 0;
        var query = new OrchestrationQuery { PageSize = 5 };
        do
        {
            var page = await hub.Client.GetOrchestrationWithQueryAsync(query, TestHub.Cancelled);
            seen.AddRange(page.OrchestrationState.Select(s => s.OrchestrationInstance.InstanceId));
            query.ContinuationToken = page.ContinuationToken;
            pages++;
        }
        while (query.ContinuationToken is not null);
        Assert.Equal(["case-08", "case-09", "case-10", "case-11", .. Enumerable.Range(0, 8).Select(n => $"survey-{n:00}")], seen);
        Assert.Equal(3, pages);
    }

    [Fact]
    public async Task A_last_page_that_is_just_full_has_no_token()
    {
        await using var hub = await TwelveJourneysAsync();
        var page = await hub.Client.GetOrchestrationWithQueryAsync(new OrchestrationQuery { PageSize = 4, InstanceIdPrefix = "case-" }, TestHub.Cancelled);
        Assert.Equal(4, page.OrchestrationState.Count);
        Assert.Null(page.ContinuationToken);
    }

    [Fact]
    public async Task Status_time_of_creation_and_prefix_limit_together()
    {
        await using var hub = await TwelveJourneysAsync();
        var page = await hub.Client.GetOrchestrationWithQueryAsync(
            new OrchestrationQuery
            {
                RuntimeStatus = [OrchestrationStatus.Completed],
                CreatedTimeFrom = TestHub.Start.AddHours(3).UtcDateTime,
                CreatedTimeTo = TestHub.Start.AddHours(9).UtcDateTime,
                InstanceIdPrefix = "survey-",
            },
            TestHub.Cancelled);
        // Completed are 00, 03, 06, 09; of these 03 and 06 are surveys that began from the third hour to the ninth.
        Assert.Equal(["survey-03", "survey-06"], page.OrchestrationState.Select(s => s.OrchestrationInstance.InstanceId));
    }

    [Fact]
    public async Task Inputs_and_outputs_are_left_out_on_request()
    {
        await using var hub = await TwelveJourneysAsync();
        var full = (await hub.Client.GetOrchestrationWithQueryAsync(new OrchestrationQuery { InstanceIdPrefix = "survey-03" }, TestHub.Cancelled)).OrchestrationState.Single();
        var bare = (await hub.Client.GetOrchestrationWithQueryAsync(
            new OrchestrationQuery { InstanceIdPrefix = "survey-03", FetchInputsAndOutputs = false }, TestHub.Cancelled)).OrchestrationState.Single();
        Assert.Equal(("3", "\"done\""), (full.Input, full.Output));
        Assert.Equal((null, null), (bare.Input, bare.Output));
        Assert.Equal(full.LastUpdatedTime, bare.LastUpdatedTime);
    }

    // One an hour; every third ends at once, the others wait.
    private static async Task<TestHub> TwelveJourneysAsync()
    {
        var hub = await new TestHub()
            .Orchestrator<int, string>("Journey", (context, n) => n % 3 == 0 ? Task.FromResult("done") : context.WaitForExternalEvent<string>("Answer"))
            .RunAsync();
        for (var n = 0; n < 12; n++)
        {
            await hub.BeginAsync("Journey", $"{(n < 8 ? "survey" : "case")}-{n:00}", n);
            await hub.AdvanceAsync(TimeSpan.FromHours(1));
        }
        return hub;
    }
}
