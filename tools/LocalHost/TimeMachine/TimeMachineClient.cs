using DurableTask.Core;
using DurableTask.Core.History;
using Newtonsoft.Json;

namespace CxFunctions.LocalHost.TimeMachine;

/// <summary>
/// The hub as clients see it. An instance has one state, that of its current execution: where an execution's id is given it is
/// not looked at, as production does.
/// </summary>
/// <param name="hub">The hub.</param>
public sealed partial class TimeMachineClient(TimeMachineHub hub) : IOrchestrationServiceClient
{
    // What a wait in real time can take; longer is for ever.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(40);

    /// <inheritdoc/>
    public Task CreateTaskOrchestrationAsync(TaskMessage creationMessage) => CreateTaskOrchestrationAsync(creationMessage, null!);

    /// <summary>Starts an orchestration.</summary>
    /// <param name="creationMessage">Its ExecutionStarted event.</param>
    /// <param name="dedupeStatuses">In which of these an earlier instance keeps its id; null: in any but the ended ones.</param>
    /// <exception cref="DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException">The id is taken.</exception>
    public Task CreateTaskOrchestrationAsync(TaskMessage creationMessage, OrchestrationStatus[] dedupeStatuses)
    {
        hub.Create(creationMessage, dedupeStatuses);
        return Task.CompletedTask;
    }

    /// <summary>Sends a message; one to an unknown or ended instance is dropped.</summary>
    public Task SendTaskOrchestrationMessageAsync(TaskMessage message) => SendTaskOrchestrationMessageBatchAsync(message);

    /// <inheritdoc cref="SendTaskOrchestrationMessageAsync"/>
    public Task SendTaskOrchestrationMessageBatchAsync(params TaskMessage[] messages)
    {
        hub.Send(messages);
        return Task.CompletedTask;
    }

    /// <summary>Waits, without polling, until an instance has ended.</summary>
    /// <param name="instanceId">The instance; it may be yet to come.</param>
    /// <param name="executionId">Not looked at.</param>
    /// <param name="timeout">How long, in real time.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Its state, or null when the time was up.</returns>
    public async Task<OrchestrationState> WaitForOrchestrationAsync(string instanceId, string executionId, TimeSpan timeout, CancellationToken cancellationToken)
    {
        try
        {
            var longest = timeout < LongestWait ? timeout : Timeout.InfiniteTimeSpan;
            return InstanceStates.Copy(await hub.WhenEnded(instanceId).WaitAsync(longest, cancellationToken).ConfigureAwait(false));
        }
        catch (TimeoutException)
        {
            return null!;
        }
    }

    /// <summary>Ends an instance from outside; one that is unknown or has ended is left alone.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="reason">Becomes its output.</param>
    public Task ForceTerminateTaskOrchestrationAsync(string instanceId, string reason) => SendTaskOrchestrationMessageAsync(new TaskMessage
    {
        OrchestrationInstance = new OrchestrationInstance { InstanceId = instanceId },
        Event = new ExecutionTerminatedEvent(-1, reason),
    });

    /// <inheritdoc/>
    public Task<IList<OrchestrationState>> GetOrchestrationStateAsync(string instanceId, bool allExecutions) =>
        Task.FromResult<IList<OrchestrationState>>(hub.Read(instanceId) is { } state ? [state] : []);

    /// <inheritdoc/>
    public Task<OrchestrationState> GetOrchestrationStateAsync(string instanceId, string executionId) => Task.FromResult(hub.Read(instanceId)!);

    /// <summary>The history of the current execution as a JSON array of events.</summary>
    public Task<string> GetOrchestrationHistoryAsync(string instanceId, string executionId) =>
        Task.FromResult(JsonConvert.SerializeObject(hub.History(instanceId)));

    /// <summary>Forgets the instances that have ended and whose time lies before a threshold.</summary>
    /// <param name="thresholdDateTimeUtc">The threshold, on the product's clock.</param>
    /// <param name="timeRangeFilterType">Which of their times.</param>
    public Task PurgeOrchestrationHistoryAsync(DateTime thresholdDateTimeUtc, OrchestrationStateTimeRangeFilterType timeRangeFilterType)
    {
        hub.Purge(state => thresholdDateTimeUtc > timeRangeFilterType switch
        {
            OrchestrationStateTimeRangeFilterType.OrchestrationCreatedTimeFilter => state.CreatedTime,
            OrchestrationStateTimeRangeFilterType.OrchestrationCompletedTimeFilter => state.CompletedTime,
            _ => state.LastUpdatedTime,
        });
        return Task.CompletedTask;
    }
}
