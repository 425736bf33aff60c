using DurableTask.Core;

namespace CxFunctions.Tests.Tools.TimeMachine;

public sealed class QuietTests
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
}
