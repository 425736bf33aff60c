using CxFunctions.Foundation;
using CxFunctions.Intake;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace CxFunctions.Journeys;

internal sealed class TransactionConsumer(TransactionHandler handler)
{
    [Function(nameof(TransactionConsumer))]
    public Task RunAsync([QueueTrigger(QueueNames.Transactions)] string message, [DurableClient] DurableTaskClient journeys, CancellationToken cancellationToken) =>
        handler.HandleAsync(
            QueueMessage.Read<TransactionsReceived>(message, m => m.Version, TransactionsReceived.CurrentVersion), journeys, cancellationToken);
}
