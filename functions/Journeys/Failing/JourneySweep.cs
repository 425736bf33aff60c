using CxFunctions.Foundation;
using CxFunctions.Journeys.Orchestration;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Journeys.Failing;

/// <summary>
/// Finds journeys that ended without saying so: not even able to call <see cref="FailJourney"/>, not deterministic, or terminated by hand. Idempotent.
/// </summary>
internal sealed class JourneySweep(JourneyFailing failing, TimeProvider time, ILogger<JourneySweep> log)
{
    /// <summary>More than any survey lasts, so that the engine need not look through all that it remembers.</summary>
    private static readonly TimeSpan Reach = TimeSpan.FromDays(8);

    /// <summary>What one run looks at; the rest is there next time.</summary>
    private const int Most = 500;

    public async Task RunAsync(DurableTaskClient journeys, CancellationToken cancellationToken)
    {
        var query = new OrchestrationQuery(
            CreatedFrom: time.GetUtcNow() - Reach,
            Statuses: [OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated],
            InstanceIdPrefix: JourneyIds.Prefix,
            PageSize: 100);
        var found = 0;
        await foreach (var instance in journeys.GetAllInstancesAsync(query).WithCancellation(cancellationToken))
        {
            var (journeyId, generation) = JourneyIds.Split(instance.InstanceId);
            var reason = instance.RuntimeStatus == OrchestrationRuntimeStatus.Terminated ? "terminated" : instance.FailureDetails is { } failure ? ActivityRetry.CauseOf(failure) : "failed";
            found += await FailAsync(new JourneyFailure(journeyId, generation, reason), cancellationToken) ? 1 : 0;
            if (found == Most)
            {
                break;
            }
        }
        if (found > 0)
        {
            JourneysLog.Swept(log, found);
        }
    }

    private async Task<bool> FailAsync(JourneyFailure failure, CancellationToken cancellationToken)
    {
        try
        {
            return await failing.FailAsync(failure, cancellationToken);
        }
        catch (Exception e) when (!StorageTrouble.Is(e, cancellationToken) && !cancellationToken.IsCancellationRequested)
        {
            // What can't even be read must not keep the ledger from saying it of those behind it. It is tried, and told, again next time.
            JourneysLog.NotSwept(log, failure.JourneyId, e.GetType().Name);
            return false;
        }
    }
}
