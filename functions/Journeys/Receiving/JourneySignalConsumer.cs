using CxFunctions.Foundation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Journeys;

/// <summary>Hands signals to waiting journeys. One that has ended, or never was, needs none.</summary>
internal sealed class JourneySignalConsumer(LedgerStore ledger, ILogger<JourneySignalConsumer> log)
{
    [Function(nameof(JourneySignalConsumer))]
    public async Task RunAsync([QueueTrigger(QueueNames.JourneySignals)] string message, [DurableClient] DurableTaskClient journeys, CancellationToken cancellationToken)
    {
        var signal = QueueMessage.Read<JourneySignal>(message, m => m.Version, JourneySignal.CurrentVersion);
        if (signal.Kind == JourneySignalKind.Cancelled)
        {
            // Before the event: a journey that starts at this very moment looks here before it invites.
            await ledger.CancelAsync(signal.JourneyId, signal.At, cancellationToken);
        }
        if (await journeys.GetInstanceAsync(signal.JourneyId, cancellation: cancellationToken) is null or { IsCompleted: true })
        {
            JourneysLog.SignalDropped(log, signal.JourneyId, signal.Kind);
            return;
        }
        await journeys.RaiseEventAsync(signal.JourneyId, JourneySignal.EventName, signal, cancellationToken);
    }
}
