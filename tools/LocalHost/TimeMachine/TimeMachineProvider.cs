using DurableTask.Core;
using DurableTask.Core.History;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Newtonsoft.Json.Linq;

namespace CxFunctions.LocalHost.TimeMachine;

/// <summary>The hub as the Durable extension sees it.</summary>
/// <param name="hub">The hub.</param>
/// <param name="service">What workers see of it.</param>
/// <param name="client">What clients see of it.</param>
public sealed class TimeMachineProvider(TimeMachineHub hub, TimeMachineService service, TimeMachineClient client)
    : DurabilityProvider(TimeMachineProviderFactory.ProviderName, service, client, connectionName: TimeMachineProviderFactory.ProviderName)
{
    /// <summary>As production's: an event to an unknown or ended instance is refused, unless host.json says otherwise.</summary>
    public override bool CheckStatusBeforeRaiseEvent => true;

    /// <inheritdoc/>
    public override bool SupportsPollFreeWait => true;

    /// <inheritdoc/>
    public override bool GuaranteesOrderedDelivery => true;

    /// <summary>Timers of any length are held as they are.</summary>
    public override TimeSpan MaximumDelayTime { get; set; } = TimeSpan.MaxValue;

    /// <inheritdoc/>
    public override TimeSpan LongRunningTimerIntervalLength { get; set; } = TimeSpan.FromDays(3);

    /// <inheritdoc/>
    public override string EventSourceName { get; set; } = "DurableTask-Core";

    /// <inheritdoc/>
    public override Task<IList<OrchestrationState>> GetAllOrchestrationStates(CancellationToken cancellationToken) =>
        Task.FromResult<IList<OrchestrationState>>([.. hub.List(new InstanceQuery { PageSize = 0 }).States]);

    /// <inheritdoc/>
    public override Task<IList<OrchestrationState>> GetOrchestrationStateWithInputsAsync(string instanceId, bool showInput = true) =>
        Task.FromResult<IList<OrchestrationState>>(hub.Read(instanceId, showInput) is { } state ? [state] : []);

    /// <inheritdoc/>
    public override Task<OrchestrationStatusQueryResult> GetOrchestrationStateWithPagination(OrchestrationStatusQueryCondition condition, CancellationToken cancellationToken)
    {
        var page = hub.List(new InstanceQuery
        {
            Statuses = condition.RuntimeStatus?.Select(s => Enum.Parse<OrchestrationStatus>(s.ToString())).ToArray(),
            CreatedFrom = condition.CreatedTimeFrom,
            CreatedTo = condition.CreatedTimeTo,
            Prefix = condition.InstanceIdPrefix,
            PageSize = condition.PageSize,
            ContinuationToken = condition.ContinuationToken,
            Inputs = condition.ShowInput,
        });
        return Task.FromResult(new OrchestrationStatusQueryResult
        {
            DurableOrchestrationState = page.States.Select(ToStatus),
            ContinuationToken = page.ContinuationToken,
        });
    }

    /// <inheritdoc/>
    public override async Task<int> PurgeHistoryByFilters(DateTime createdTimeFrom, DateTime? createdTimeTo, IEnumerable<OrchestrationStatus> runtimeStatus) =>
        (await client.PurgeInstanceStateAsync(new PurgeInstanceFilter(createdTimeFrom, createdTimeTo, runtimeStatus)).ConfigureAwait(false)).DeletedInstanceCount;

    /// <inheritdoc/>
    public override async Task<PurgeHistoryResult> PurgeInstanceHistoryByInstanceId(string instanceId) =>
        new((await client.PurgeInstanceStateAsync(instanceId).ConfigureAwait(false)).DeletedInstanceCount);

    /// <inheritdoc/>
    public override Task<IAsyncEnumerable<HistoryEvent>> StreamOrchestrationHistoryAsync(string instanceId, CancellationToken cancellationToken) =>
        Task.FromResult(Stream(hub.History(instanceId)));

    /// <summary>There are no entities, so nothing to keep apart.</summary>
    public override void SetUseSeparateQueueForEntityWorkItems(bool newValue)
    {
    }

    // Two libraries in the host's reach offer this, so that naming either is ambiguous.
    private static async IAsyncEnumerable<HistoryEvent> Stream(IList<HistoryEvent> history)
    {
        foreach (var entry in history)
        {
            yield return entry;
        }
        await Task.CompletedTask.ConfigureAwait(false);
    }

    private static DurableOrchestrationStatus ToStatus(OrchestrationState state) => new()
    {
        Name = state.Name,
        InstanceId = state.OrchestrationInstance.InstanceId,
        CreatedTime = state.CreatedTime,
        LastUpdatedTime = state.LastUpdatedTime,
        RuntimeStatus = Enum.Parse<OrchestrationRuntimeStatus>(state.OrchestrationStatus.ToString()),
        CustomStatus = Json(state.Status),
        Input = Json(state.Input),
        Output = Json(state.Output),
    };

    private static JToken? Json(string? text)
    {
        try
        {
            return text is null ? null : JToken.Parse(text);
        }
        catch (Newtonsoft.Json.JsonException)
        {
            // The reason of a termination is plain text.
            return new JValue(text);
        }
    }
}
