using System.Diagnostics;

namespace CxFunctions.Tests.Tools.TimeMachine;

public sealed class LoadTests
{
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
