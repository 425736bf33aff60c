using CxFunctions.Foundation;
using CxFunctions.Messages;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Alerts;

public sealed class RollupChangedConsumer(DropAlerting alerting)
{
    [Function("RollupChangedConsumer")]
    public Task RunAsync([QueueTrigger(QueueNames.ChangedRollups)] string message, CancellationToken cancellationToken) =>
        alerting.RaiseAsync(QueueMessage.Read<RollupChanged>(message, m => m.Version, RollupChanged.CurrentVersion), cancellationToken);
}
