using System.Collections.Concurrent;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxFunctions.Privacy.Retention;

/// <summary>
/// Deletes ended orchestrations some time after their end, failed ones too: by then the sweep has found and told them. What woke one may come again
/// afterwards and starts nothing anew: a transaction is settled in the ledger, an answer has rested for good, a case says itself that it is closed.
/// </summary>
public sealed class EndedInstances(IOptions<RetentionOptions> options, TimeProvider time, ILogger<EndedInstances> log)
{
    /// <summary>Most that one run deletes: half a million a day in hourly runs, each well within a function's time.</summary>
    internal const int MostARun = 20_000;

    private const int PageSize = 100;
    private const int AtOnce = 8;

    private static readonly OrchestrationRuntimeStatus[] Ended =
        [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];

    /// <returns>How many were deleted.</returns>
    public async Task<int> PurgeAsync(DurableTaskClient journeys, CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - options.Value.EndedInstances;
        var purged = new ConcurrentDictionary<OrchestrationRuntimeStatus, int>();
        // Listed by start, the only time that can be asked for; judged by end.
        var query = new OrchestrationQuery(CreatedTo: before, Statuses: Ended, PageSize: PageSize);
        await foreach (var page in journeys.GetAllInstancesAsync(query).AsPages(pageSizeHint: PageSize).WithCancellation(cancellationToken))
        {
            await Parallel.ForEachAsync(
                page.Values.Where(instance => instance.IsCompleted && instance.LastUpdatedAt <= before),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (instance, stop) =>
                {
                    await journeys.PurgeInstanceAsync(instance.InstanceId, stop);
                    purged.AddOrUpdate(instance.RuntimeStatus, 1, (_, count) => count + 1);
                });
            if (purged.Values.Sum() >= MostARun)
            {
                break;
            }
        }
        foreach (var (status, count) in purged)
        {
            log.Purged(count, status, before);
        }
        return purged.Values.Sum();
    }
}
