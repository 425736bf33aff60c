using CxFunctions.LocalHost.TimeMachine;
using DurableTask.Core;
using DurableTask.Core.History;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CxFunctions.Tests.Tools.TimeMachine;

/// <summary>What the official extension asks of a back end beyond the engine's own interfaces.</summary>
public sealed class ProviderTests
{
    [Fact]
    public void The_extension_finds_it_by_its_name_and_gets_one_provider()
    {
        using var hub = new TimeMachineHub(TimeProvider.System);
        using var services = new ServiceCollection()
            .AddSingleton(Options.Create(new DurableTaskOptions { MaxConcurrentActivityFunctions = 7 }))
            .AddTimeMachine(hub)
            .BuildServiceProvider();
        var factory = services.GetServices<IDurabilityProviderFactory>().Single(f => f.Name == "TimeMachine");
        var provider = factory.GetDurabilityProvider();
        Assert.Same(provider, factory.GetDurabilityProvider(new DurableClientAttribute()));
        Assert.Equal(7, provider.MaxConcurrentTaskActivityWorkItems);
        Assert.False(provider.SupportsEntities);
        factory.SetUseSeparateQueueForEntityWorkItems(true);
        provider.SetUseSeparateQueueForEntityWorkItems(true);
    }

    [Fact]
    public async Task A_running_instance_outside_the_dedupe_statuses_is_terminated_and_replaced()
    {
        await using var hub = await new TestHub().Orchestrator<string, string>("Waiting", (context, _) => context.WaitForExternalEvent<string>("End")).RunAsync();
        var provider = Provider(hub);
        await hub.BeginAsync("Waiting", "J1", "first");
        await hub.QuietAsync();
        var ended = hub.Client.WaitForOrchestrationAsync("J1", null!, TimeSpan.FromSeconds(20), TestHub.Cancelled);
        await provider.CreateTaskOrchestrationAsync(Creation("J1", "\"second\""), [], TestHub.Cancelled);
        Assert.Equal(OrchestrationStatus.Terminated, (await ended).OrchestrationStatus);
        await hub.QuietAsync();
        var state = await hub.StateAsync("J1");
        Assert.Equal((OrchestrationStatus.Running, "\"second\""), (state.OrchestrationStatus, state.Input));
    }

    [Fact]
    public async Task Lists_states_and_histories_are_what_the_management_api_asks_for()
    {
        await using var hub = await new TestHub().Orchestrator<string, string>("Waiting", (context, _) => context.WaitForExternalEvent<string>("End")).RunAsync();
        var provider = Provider(hub);
        await hub.BeginAsync("Waiting", "J1", "first");
        await hub.BeginAsync("Waiting", "J2", "second");
        await hub.TerminateAsync("J2", "plain words");
        await hub.QuietAsync();

        var listed = await provider.GetOrchestrationStateWithPagination(
            new OrchestrationStatusQueryCondition { RuntimeStatus = [OrchestrationRuntimeStatus.Terminated] }, TestHub.Cancelled);
        var terminated = Assert.Single(listed.DurableOrchestrationState);
        Assert.Equal(("J2", "plain words", "second"), (terminated.InstanceId, (string?)terminated.Output, (string?)terminated.Input));
        Assert.Equal(TestHub.Start.UtcDateTime, terminated.CreatedTime);
        Assert.Equal(2, (await provider.GetAllOrchestrationStates(TestHub.Cancelled)).Count);
        Assert.Null(Assert.Single(await provider.GetOrchestrationStateWithInputsAsync("J1", showInput: false)).Input);
        Assert.Empty(await provider.GetOrchestrationStateWithInputsAsync("nobody"));

        var history = new List<EventType>();
        await foreach (var entry in await provider.StreamOrchestrationHistoryAsync("J1", TestHub.Cancelled))
        {
            history.Add(entry.EventType);
        }
        Assert.Equal([EventType.OrchestratorStarted, EventType.ExecutionStarted, EventType.OrchestratorCompleted], history);
        Assert.Equal(1, await provider.PurgeHistoryByFilters(default, null, [OrchestrationStatus.Terminated]));
        Assert.Equal(1, (await provider.PurgeInstanceHistoryByInstanceId("J1")).InstancesDeleted);
        Assert.Empty(await provider.GetAllOrchestrationStates(TestHub.Cancelled));
    }

    private static TimeMachineProvider Provider(TestHub hub) => new(hub.Hub, new TimeMachineService(hub.Hub, 1, 1), hub.Client);

    private static TaskMessage Creation(string id, string input)
    {
        var instance = new OrchestrationInstance { InstanceId = id, ExecutionId = Guid.NewGuid().ToString("N") };
        return new TaskMessage
        {
            OrchestrationInstance = instance,
            Event = new ExecutionStartedEvent(-1, input) { OrchestrationInstance = instance, Name = "Waiting", Version = "" },
        };
    }
}
