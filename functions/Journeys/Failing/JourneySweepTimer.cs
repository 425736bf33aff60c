using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace CxFunctions.Journeys.Failing;

/// <summary>As often as scores are computed: both only have to be soon enough for a person.</summary>
internal sealed class JourneySweepTimer(JourneySweep sweep)
{
    [Function(nameof(JourneySweepTimer))]
    public Task RunAsync([TimerTrigger("%RollupSchedule%")] TimerInfo timer, [DurableClient] DurableTaskClient journeys, CancellationToken cancellationToken) =>
        sweep.RunAsync(journeys, cancellationToken);
}
