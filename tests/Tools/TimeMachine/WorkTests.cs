using System.Collections.Concurrent;
using System.Diagnostics;
using DurableTask.Core;
using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;

namespace CxFunctions.Tests.Tools.TimeMachine;

public sealed class WorkTests
{
    [Fact]
    public async Task It_is_quiet_when_all_wait_and_never_while_a_step_or_an_activity_is_ready_or_running()
    {
        var atWork = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        var hub = new TestHub()
            .Activity<string, string>("Slow", async _ =>
            {
                atWork.SetResult();
                await goOn.Task;
                return "done";
            })
            .Orchestrator<string, string>("Journey", async (context, _) =>
            {
                await context.CallActivityAsync<string>("Slow", "");
                await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                return "done";
            });
        await using var closing = hub;
        Assert.True(hub.Hub.Work.IsQuiet);
        await hub.BeginAsync("Journey", "J1");
        Assert.Equal(1, hub.Hub.Work.InFlight);

        await hub.RunAsync();
        await atWork.Task.WaitAsync(TimeSpan.FromSeconds(10), TestHub.Cancelled);
        Assert.Equal(1, hub.Hub.Work.InFlight);
        var quiet = hub.Hub.Work.WhenQuietAsync(TestHub.Cancelled);
        Assert.False(quiet.IsCompleted);
        goOn.SetResult();
        await quiet.WaitAsync(TimeSpan.FromSeconds(10), TestHub.Cancelled);
        Assert.Equal(TestHub.Start.AddDays(1), hub.Stepped.NextDue);
        Assert.Equal(OrchestrationStatus.Running, await hub.StatusAsync("J1"));
    }

    [Fact]
    public async Task Watched_from_another_thread_it_is_never_quiet_before_a_chain_of_work_has_ended()
    {
        await using var hub = await new TestHub()
            .Activity<int, int>("Next", n => Task.FromResult(n + 1))
            .Orchestrator<int, int>("Child", (context, n) => context.CallActivityAsync<int>("Next", n))
            .Orchestrator<int, int>("Chain", async (context, n) =>
            {
                for (var i = 0; i < 20; i++)
                {
                    n = await context.CallSubOrchestratorAsync<int>("Child", n);
                }
                return n;
            })
            .RunAsync();
        for (var round = 0; round < 20; round++)
        {
            var id = await hub.BeginAsync("Chain", $"J{round}", 0);
            await Task.Run(() => SpinWait.SpinUntil(() => hub.Hub.Work.IsQuiet, TimeSpan.FromSeconds(20)), TestHub.Cancelled);
            Assert.Equal("20", (await hub.StateAsync(id)).Output);
        }
    }

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

    [Fact]
    public async Task A_large_payload_passes_whole()
    {
        var text = new string('x', 3_000_000);
        await using var hub = await new TestHub()
            .Activity<string, string>("Echo", Task.FromResult)
            .Orchestrator<string, string>("Journey", (context, input) => context.CallActivityAsync<string>("Echo", input))
            .RunAsync();
        await hub.BeginAsync("Journey", "J1", text);
        await hub.QuietAsync();
        Assert.Equal(text.Length + 2, (await hub.StateAsync("J1")).Output.Length);
    }

    [Fact]
    public async Task A_burst_of_a_thousand_journeys_is_done_at_300_a_second_or_more()
    {
        await using var hub = await new TestHub()
            .Activity<string, string>("Send", Task.FromResult)
            .Orchestrator<string, string>("Journey", async (context, input) =>
            {
                await context.CallActivityAsync<string>("Send", input);
                var answer = await context.WaitForExternalEvent<string>("Answer");
                await context.CreateTimer(TimeSpan.FromSeconds(1), CancellationToken.None);
                return answer;
            })
            .RunAsync();
        var watch = Stopwatch.StartNew();
        var ids = await Task.WhenAll(Enumerable.Range(0, 1000).Select(n => hub.BeginAsync("Journey", $"J{n}", "x")));
        await Task.WhenAll(ids.Select(id => hub.RaiseAsync(id, "Answer", id)));
        await hub.QuietAsync();
        await hub.AdvanceAsync(TimeSpan.FromSeconds(1));
        TestContext.Current.SendDiagnosticMessage("{0:F0} journeys a second", 1000 / watch.Elapsed.TotalSeconds);
        foreach (var id in ids)
        {
            Assert.Equal($"\"{id}\"", (await hub.StateAsync(id)).Output);
        }
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 1000 / 300.0);
    }

    [Fact]
    public async Task Disposed_with_work_in_flight_it_ends_promptly_and_ends_the_waits()
    {
        var running = new TaskCompletionSource();
        var never = new TaskCompletionSource<string>();
        var hub = new TestHub()
            .Activity<string, string>("Stuck", _ =>
            {
                running.TrySetResult();
                return never.Task;
            })
            .Orchestrator<string, string>("Journey", async (context, _) =>
            {
                var timer = context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                await context.CallActivityAsync<string>("Stuck", "");
                await timer;
                return "";
            });
        await hub.RunAsync();
        for (var n = 0; n < 100; n++)
        {
            await hub.BeginAsync("Journey", $"J{n}");
        }
        var wait = hub.Client.WaitForOrchestrationAsync("J1", null!, Timeout.InfiniteTimeSpan, CancellationToken.None);
        await running.Task.WaitAsync(TimeSpan.FromSeconds(10), TestHub.Cancelled);
        var watch = Stopwatch.StartNew();
        await hub.DisposeAsync();
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 2);
        Assert.Null(hub.Stepped.NextDue);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
        never.SetResult("late");
    }
}
