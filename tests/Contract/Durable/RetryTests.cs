using Microsoft.DurableTask;

namespace CxFunctions.Tests.Contract.Durable;

public class RetryTests
{
    /// <summary>Fails as often as told, then says at which attempt it succeeded; the times of the attempts are kept.</summary>
    private static async Task<(DurableHub Hub, List<DateTimeOffset> Attempts)> FlakyAsync(TaskOptions options, int failures)
    {
        List<DateTimeOffset> attempts = [];
        DurableHub hub = null!;
        hub = await DurableHub.StartAsync(h =>
        {
            hub = h;
            h.Orchestrator("Stubborn", async context => await context.CallActivityAsync<int>("Flaky", failures, options))
                .Activity<int>("Flaky", count =>
                {
                    attempts.Add(hub.Clock.GetUtcNow());
                    return attempts.Count > count ? attempts.Count : throw new TimeoutException($"attempt {attempts.Count}");
                });
        });
        return (hub, attempts);
    }

    [Fact]
    public async Task A_policy_waits_longer_each_time_up_to_its_maximum()
    {
        var policy = new RetryPolicy(6, TimeSpan.FromMinutes(1), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(5));
        var (hub, attempts) = await FlakyAsync(TaskOptions.FromRetryPolicy(policy), failures: 5);
        await using var _ = hub;
        var id = await hub.StartAsync("Stubborn");
        for (var minute = 0; minute < 20; minute++)
        {
            await hub.PassAsync(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(6, await hub.OutputAsync<int>(id));
        Assert.Equal([1d, 2, 4, 5, 5], attempts.Zip(attempts.Skip(1), (a, b) => (b - a).TotalMinutes));
    }

    [Fact]
    public async Task A_policy_ends_with_the_last_failure_when_its_attempts_are_used_up()
    {
        var (hub, attempts) = await FlakyAsync(TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromSeconds(1))), failures: 99);
        await using var _ = hub;
        var id = await hub.StartAsync("Stubborn");
        await hub.PassAsync(TimeSpan.FromSeconds(1));
        await hub.PassAsync(TimeSpan.FromSeconds(1));
        var metadata = await hub.AtRestAsync(id);

        Assert.Equal(3, attempts.Count);
        Assert.Equal("attempt 3", metadata.FailureDetails!.InnerFailure!.ErrorMessage);
    }

    [Fact]
    public async Task A_policy_makes_no_attempt_after_its_time_out()
    {
        var policy = new RetryPolicy(99, TimeSpan.FromMinutes(1), retryTimeout: TimeSpan.FromMinutes(3));
        var (hub, attempts) = await FlakyAsync(TaskOptions.FromRetryPolicy(policy), failures: 99);
        await using var _ = hub;
        var id = await hub.StartAsync("Stubborn");
        for (var minute = 0; minute < 6; minute++)
        {
            await hub.PassAsync(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(Microsoft.DurableTask.Client.OrchestrationRuntimeStatus.Failed, (await hub.AtRestAsync(id)).RuntimeStatus);
        Assert.Equal(4, attempts.Count);
    }

    [Fact]
    public async Task A_policy_can_refuse_failures_by_their_details()
    {
        var policy = new RetryPolicy(9, TimeSpan.FromMinutes(1)) { HandleFailure = details => !details.IsCausedBy<TimeoutException>() };
        var (hub, attempts) = await FlakyAsync(TaskOptions.FromRetryPolicy(policy), failures: 99);
        await using var _ = hub;
        await hub.AtRestAsync(await hub.StartAsync("Stubborn"));

        Assert.Single(attempts);
    }

    [Fact]
    public async Task A_handler_decides_by_attempt_failure_and_elapsed_time()
    {
        List<(int, string, TimeSpan)> seen = [];
        var options = TaskOptions.FromRetryHandler(async retry =>
        {
            if (!retry.OrchestrationContext.IsReplaying)
            {
                seen.Add((retry.LastAttemptNumber, retry.LastFailure.ErrorMessage, retry.TotalRetryTime));
            }

            await retry.OrchestrationContext.CreateTimer(TimeSpan.FromMinutes(10), CancellationToken.None);
            return retry.LastAttemptNumber < 3;
        });
        var (hub, attempts) = await FlakyAsync(options, failures: 99);
        await using var _ = hub;
        var id = await hub.StartAsync("Stubborn");
        for (var pass = 0; pass < 3; pass++)
        {
            await hub.PassAsync(TimeSpan.FromMinutes(10));
        }

        Assert.Equal(Microsoft.DurableTask.Client.OrchestrationRuntimeStatus.Failed, (await hub.AtRestAsync(id)).RuntimeStatus);
        Assert.Equal(3, attempts.Count);
        Assert.Equal([(1, "attempt 1", TimeSpan.Zero), (2, "attempt 2", TimeSpan.FromMinutes(10)), (3, "attempt 3", TimeSpan.FromMinutes(20))], seen);
    }

    [Fact]
    public async Task A_failing_sub_orchestration_is_tried_again_under_its_id()
    {
        var runs = 0;
        await using var hub = await DurableHub.StartAsync(h => h
            .Orchestrator("Parent", async context => await context.CallSubOrchestratorAsync<string>("Child", null,
                TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromMinutes(1))).WithInstanceId("the-child")))
            .Orchestrator("Child", async context => await context.CallActivityAsync<string>("Once"))
            .Activity<string>("Once", _ => ++runs > 1 ? "second time" : throw new TimeoutException("first time")));
        var id = await hub.StartAsync("Parent");
        await hub.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("second time", await hub.OutputAsync<string>(id));
    }
}
