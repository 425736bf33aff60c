using CxFunctions.Foundation;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Privacy;

/// <summary>Queue <c>opt-outs</c>: an address said stop elsewhere. Journeys under way learn of it at the gate before their next message.</summary>
public sealed class OptOutConsumer(SuppressionStore suppressions)
{
    [Function(nameof(OptOutConsumer))]
    public async Task RunAsync([QueueTrigger(QueueNames.OptOuts)] string message, CancellationToken cancellationToken)
    {
        var optOut = QueueMessage.Read<OptOutReceived>(message, m => m.Version, OptOutReceived.CurrentVersion);
        await suppressions.AddAsync(null, [optOut.Address], optOut.Origin, optOut.At, cancellationToken);
    }
}
