using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CxFunctions.LocalHost.Durable;

internal sealed partial class EngineClient
{
    public override async Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        await reader.LoadAsync(instanceId, cancellation).ConfigureAwait(false) is { } instance ? reader.Describe(instance, getInputsAndOutputs) : null;

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null)
    {
        var query = filter ?? new();
        return Pageable.Create((token, size, cancellation) =>
            reader.PageAsync(query, token ?? query.ContinuationToken, size ?? query.PageSize, cancellation));
    }

    public override async Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        var count = 0;
        if (options?.Recursive == true && await reader.LoadAsync(instanceId, cancellation).ConfigureAwait(false) is { } parent)
        {
            foreach (var child in parent.History.OfType<SubOrchestrationCreated>())
            {
                count += (await PurgeInstanceAsync(child.InstanceId, options, cancellation).ConfigureAwait(false)).PurgedInstanceCount;
            }
        }

        var purge = new Purge();
        await Committed(post.Post(instanceId, purge), cancellation).ConfigureAwait(false);
        return new(count + (purge.IsDone ? 1 : 0), isComplete: true);
    }

    public override async Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        var (count, began) = (0, TimeProvider.System.GetTimestamp());
        var query = new OrchestrationQuery(filter.CreatedFrom, filter.CreatedTo, filter.Statuses);
        await foreach (var instance in GetAllInstancesAsync(query).WithCancellation(cancellation).ConfigureAwait(false))
        {
            if (filter.Timeout is { } limit && TimeProvider.System.GetElapsedTime(began) > limit)
            {
                return new(count, isComplete: false);
            }

            count += (await PurgeInstanceAsync(instance.InstanceId, options, cancellation).ConfigureAwait(false)).PurgedInstanceCount;
        }

        return new(count, isComplete: true);
    }
}
