using DurableTask.Core;

namespace CxFunctions.LocalHost.TimeMachine;

/// <summary>The hub as workers see it.</summary>
/// <param name="hub">The hub.</param>
/// <param name="maxSteps">How many steps run at a time; at least 1.</param>
/// <param name="maxActivities">How many activities run at a time; at least 1.</param>
public sealed class TimeMachineService(TimeMachineHub hub, int maxSteps, int maxActivities) : IOrchestrationService
{
    /// <inheritdoc/>
    public int TaskOrchestrationDispatcherCount => 1;

    /// <inheritdoc/>
    public int MaxConcurrentTaskOrchestrationWorkItems => maxSteps;

    /// <inheritdoc/>
    public BehaviorOnContinueAsNew EventBehaviourForContinueAsNew => BehaviorOnContinueAsNew.Carryover;

    /// <inheritdoc/>
    public int TaskActivityDispatcherCount => 1;

    /// <inheritdoc/>
    public int MaxConcurrentTaskActivityWorkItems => maxActivities;

    /// <inheritdoc/>
    public Task StartAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(bool isForced) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task CreateAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public Task CreateAsync(bool recreateInstanceStore) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task CreateIfNotExistsAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public Task DeleteAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public Task DeleteAsync(bool deleteInstanceStore) => Task.CompletedTask;

    /// <summary>Never: memory takes any number of messages. Looks at the step on the way, see <see cref="TakenBack"/>.</summary>
    public bool IsMaxMessageCountExceeded(int currentMessageCount, OrchestrationRuntimeState runtimeState)
    {
        hub.ObserveStep(currentMessageCount, runtimeState);
        return false;
    }

    /// <inheritdoc/>
    public int GetDelayInSecondsAfterOnProcessException(Exception exception) => 0;

    /// <inheritdoc/>
    public int GetDelayInSecondsAfterOnFetchException(Exception exception) => 0;

    /// <inheritdoc/>
    public async Task<TaskOrchestrationWorkItem> LockNextTaskOrchestrationWorkItemAsync(TimeSpan receiveTimeout, CancellationToken cancellationToken) =>
        (await hub.TakeStepAsync(receiveTimeout, cancellationToken).ConfigureAwait(false))!;

    /// <inheritdoc/>
    public Task RenewTaskOrchestrationWorkItemLockAsync(TaskOrchestrationWorkItem workItem) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task CompleteTaskOrchestrationWorkItemAsync(
        TaskOrchestrationWorkItem workItem,
        OrchestrationRuntimeState newOrchestrationRuntimeState,
        IList<TaskMessage> outboundMessages,
        IList<TaskMessage> orchestratorMessages,
        IList<TaskMessage> timerMessages,
        TaskMessage continuedAsNewMessage,
        OrchestrationState orchestrationState)
    {
        hub.CompleteStep(
            (StepWorkItem)workItem,
            new StepOutcome(newOrchestrationRuntimeState, outboundMessages ?? [], orchestratorMessages ?? [], timerMessages ?? [], orchestrationState));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task AbandonTaskOrchestrationWorkItemAsync(TaskOrchestrationWorkItem workItem)
    {
        hub.GiveBack((StepWorkItem)workItem);
        return Task.CompletedTask;
    }

    /// <summary>Also called for a step that a stopping dispatcher took and never ran: that one is put back.</summary>
    public Task ReleaseTaskOrchestrationWorkItemAsync(TaskOrchestrationWorkItem workItem) => AbandonTaskOrchestrationWorkItemAsync(workItem);

    /// <inheritdoc/>
    public async Task<TaskActivityWorkItem> LockNextTaskActivityWorkItem(TimeSpan receiveTimeout, CancellationToken cancellationToken) =>
        (await hub.TakeActivityAsync(receiveTimeout, cancellationToken).ConfigureAwait(false))!;

    /// <inheritdoc/>
    public Task<TaskActivityWorkItem> RenewTaskActivityWorkItemLockAsync(TaskActivityWorkItem workItem) => Task.FromResult(workItem);

    /// <inheritdoc/>
    public Task CompleteTaskActivityWorkItemAsync(TaskActivityWorkItem workItem, TaskMessage responseMessage)
    {
        hub.CompleteActivity(responseMessage);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task AbandonTaskActivityWorkItemAsync(TaskActivityWorkItem workItem)
    {
        hub.GiveBack(workItem);
        return Task.CompletedTask;
    }
}
