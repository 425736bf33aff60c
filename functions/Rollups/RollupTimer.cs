using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Rollups;

public sealed class RollupTimer(RollupRun run)
{
    [Function(nameof(RollupTimer))]
    public Task RunAsync([TimerTrigger("%RollupSchedule%")] TimerInfo timer, CancellationToken cancellationToken) => run.RunAsync(cancellationToken);
}
