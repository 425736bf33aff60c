using CxFunctions.Contacts.Suppressions;
using CxFunctions.Foundation;
using CxFunctions.Messages;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Privacy;

/// <summary>Queue <c>opt-outs</c>: an address said stop elsewhere, or turned out not to exist.</summary>
public sealed class OptOutConsumer(OptOutHandler handler, SuppressionStore suppressions)
{
    [Function(nameof(OptOutConsumer))]
    public async Task RunAsync([QueueTrigger(QueueNames.OptOuts)] string message, CancellationToken cancellationToken)
    {
        var optOut = QueueMessage.Read<OptOutReceived>(message, m => m.Version, OptOutReceived.CurrentVersion);
        if (optOut.Origin == SuppressionOrigins.Bounce)
        {
            await suppressions.AddUnreachableAsync(optOut.Address, optOut.At, cancellationToken);
            return;
        }
        await handler.StopAsync(optOut, cancellationToken);
    }
}
