using CxFunctions.Foundation;
using CxFunctions.Messages;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace CxFunctions.Journeys.Signals;

internal sealed class JourneySignalConsumer(JourneySignalHandler handler)
{
    [Function(nameof(JourneySignalConsumer))]
    public Task RunAsync([QueueTrigger(QueueNames.JourneySignals)] string message, [DurableClient] DurableTaskClient journeys, CancellationToken cancellationToken) =>
        handler.HandleAsync(QueueMessage.Read<JourneySignal>(message, m => m.Version, JourneySignal.CurrentVersion), journeys, cancellationToken);
}
