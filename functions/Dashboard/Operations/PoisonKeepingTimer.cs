using CxFunctions.Foundation;
using CxFunctions.Foundation.Poison;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Dashboard.Operations;

/// <summary>Every six hours: what came into poison since is kept there.</summary>
public sealed class PoisonKeepingTimer(PoisonKeeping keeping)
{
    [Function(nameof(PoisonKeepingTimer))]
    public Task RunAsync([TimerTrigger("0 40 */6 * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(QueueNames.All, cancellationToken, async (queue, stop) => await keeping.KeepAsync(queue, stop));
}
