using System.Collections.Concurrent;
using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;

namespace CxFunctions.Tests.Tools.TimeMachine;

public sealed class WorkTests
{
    [Fact]
    public async Task An_activity_that_fails_runs_again_after_its_pause_on_the_products_clock()
    {
        var tries = new ConcurrentQueue<DateTimeOffset>();
        TestHub hub = null!;
        hub = new TestHub()
            .Activity<string, string>("Send", _ =>
            {
                tries.Enqueue(hub.Stepped.GetUtcNow());
                return tries.Count < 3 ? throw new InvalidOperationException("not yet") : Task.FromResult("sent");
            })
            .Orchestrator<string, string>("Journey", (context, _) =>
                context.CallActivityAsync<string>("Send", "", new TaskOptions(new RetryPolicy(5, TimeSpan.FromMinutes(1), backoffCoefficient: 2))));
        await using var closing = await hub.RunAsync();
        await hub.BeginAsync("Journey", "J1");
        await hub.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal("\"sent\"", (await hub.StateAsync("J1")).Output);
        Assert.Equal([TestHub.Start, TestHub.Start.AddMinutes(1), TestHub.Start.AddMinutes(3)], tries);
    }

    [Fact]
    public async Task Work_whose_worker_went_away_is_given_out_again()
    {
        var steps = 0;
        var activities = 0;
        await using var hub = await new TestHub()
            .Activity<string, string>("Send", _ => Interlocked.Increment(ref activities) < 3 ? throw new SessionAbortedException("gone") : Task.FromResult("sent"))
            .Orchestrator<string, string>("Journey", (context, _) => Interlocked.Increment(ref steps) < 3
                ? throw new SessionAbortedException("gone")
                : context.CallActivityAsync<string>("Send", ""))
            .RunAsync();
        await hub.BeginAsync("Journey", "J1");
        await hub.QuietAsync();
        Assert.Equal("\"sent\"", (await hub.StateAsync("J1")).Output);
        Assert.Equal(3, activities);
    }

    [Fact]
    public async Task A_fan_out_over_activities_and_children_comes_together()
    {
        await using var hub = await new TestHub()
            .Activity<int, int>("Double", n => Task.FromResult(2 * n))
            .Orchestrator<int, int>("Child", async (context, n) => (await Task.WhenAll(Enumerable.Range(0, n).Select(i => context.CallActivityAsync<int>("Double", i)))).Sum())
            .Orchestrator<int, int>("Parent", async (context, n) => (await Task.WhenAll(Enumerable.Range(0, n).Select(_ => context.CallSubOrchestratorAsync<int>("Child", n)))).Sum())
            .RunAsync();
        await hub.BeginAsync("Parent", "J1", 20);
        await hub.QuietAsync();
        Assert.Equal($"{20 * 20 * 19}", (await hub.StateAsync("J1")).Output);
    }
}
