using CxFunctions.LocalHost.TimeMachine;
using DurableTask.Core;
using DurableTask.Core.History;

namespace CxFunctions.Tests.Tools.TimeMachine;

/// <summary>The order in DurableTask.Core on which the product's time of a step rests.</summary>
public sealed class EngineOrderTests
{
    [Fact]
    public async Task Orchestrators_of_the_engine_itself_read_the_products_time()
    {
        await using var hub = new TestHub();
        using var worker = new TaskHubWorker(new TimeMachineService(hub.Hub, maxSteps: 1, maxActivities: 1));
        worker.AddTaskOrchestrations(typeof(Plain));
        await worker.StartAsync();
        await hub.Tasks.CreateOrchestrationInstanceAsync(typeof(Plain), "J1", "x");
        await hub.QuietAsync();
        Assert.Equal("\"2031-03-01T09:00:00.0000000Z\"", (await hub.StateAsync("J1")).Output);
        await worker.StopAsync(isForced: true);
    }

    [Fact]
    public void A_step_that_ran_on_the_wall_clock_is_refused()
    {
        var started = new ExecutionStartedEvent(-1, "x") { OrchestrationInstance = new OrchestrationInstance { InstanceId = "J1", ExecutionId = "E1" }, Name = "Plain", Version = "" };
        var instance = new HubInstance(started, TestHub.Start.UtcDateTime);
        instance.Inbox.Add(new TaskMessage { OrchestrationInstance = started.OrchestrationInstance, Event = started });
        var step = new StepWorkItem(instance, TestHub.Start.UtcDateTime);

        // As a release would that goes through the messages first and stamps after.
        foreach (var message in step.NewMessages)
        {
            Assert.NotNull(message);
        }
        step.OrchestrationRuntimeState.AddEvent(new OrchestratorStartedEvent(-1));
        Assert.Throws<InvalidOperationException>(step.ThrowIfOnWallClock);

        foreach (var message in step.NewMessages)
        {
            step.OrchestrationRuntimeState.AddEvent(message.Event);
        }
        step.ThrowIfOnWallClock();
    }

    private sealed class Plain : TaskOrchestration<string, string>
    {
        public override Task<string> RunTask(OrchestrationContext context, string input) => Task.FromResult($"{context.CurrentUtcDateTime:O}");
    }
}
