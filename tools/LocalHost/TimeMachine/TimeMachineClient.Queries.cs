using DurableTask.Core;
using DurableTask.Core.Query;

namespace CxFunctions.LocalHost.TimeMachine;

// What the durable client asks over gRPC: lists, and purging by id or filter.
public sealed partial class TimeMachineClient : IOrchestrationServiceQueryClient, IOrchestrationServicePurgeClient
{
    /// <inheritdoc/>
    public Task<OrchestrationQueryResult> GetOrchestrationWithQueryAsync(OrchestrationQuery query, CancellationToken cancellationToken)
    {
        var page = hub.List(new InstanceQuery
        {
            Statuses = query.RuntimeStatus?.ToArray(),
            CreatedFrom = query.CreatedTimeFrom,
            CreatedTo = query.CreatedTimeTo,
            Prefix = query.InstanceIdPrefix,
            PageSize = query.PageSize,
            ContinuationToken = query.ContinuationToken,
            Inputs = query.FetchInputsAndOutputs,
            Outputs = query.FetchInputsAndOutputs,
        });
        return Task.FromResult(new OrchestrationQueryResult(page.States, page.ContinuationToken));
    }

    /// <summary>Forgets one instance, whatever its state.</summary>
    public Task<PurgeResult> PurgeInstanceStateAsync(string instanceId) => Task.FromResult(new PurgeResult(hub.Purge(instanceId) ? 1 : 0, isComplete: true));

    /// <summary>Forgets the instances that match and have ended.</summary>
    public Task<PurgeResult> PurgeInstanceStateAsync(PurgeInstanceFilter purgeInstanceFilter)
    {
        var query = new InstanceQuery
        {
            Statuses = purgeInstanceFilter.RuntimeStatus?.ToArray(),
            CreatedFrom = purgeInstanceFilter.CreatedTimeFrom,
            CreatedTo = purgeInstanceFilter.CreatedTimeTo,
        };
        return Task.FromResult(new PurgeResult(hub.Purge(query.Includes), isComplete: true));
    }
}
