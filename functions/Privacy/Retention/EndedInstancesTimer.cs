using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace CxFunctions.Privacy.Retention;

/// <summary>Every hour: histories of orchestrations that ended long ago are deleted.</summary>
public sealed class EndedInstancesTimer(EndedInstances ended)
{
    [Function(nameof(EndedInstancesTimer))]
    public Task RunAsync([TimerTrigger("0 20 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient journeys, CancellationToken cancellationToken) =>
        ended.PurgeAsync(journeys, cancellationToken);
}
