using CxFunctions.Foundation;
using CxFunctions.Messages;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace CxFunctions.Journeys.Transactions;

internal sealed class TransactionConsumer(TransactionHandler handler)
{
    [Function(nameof(TransactionConsumer))]
    public Task RunAsync([QueueTrigger(QueueNames.Transactions)] string message, [DurableClient] DurableTaskClient journeys, CancellationToken cancellationToken) =>
        handler.HandleAsync(
            QueueMessage.Read<TransactionsReceived>(message, m => m.Version, TransactionsReceived.CurrentVersion, TransactionsReceived.OldestVersion), journeys, cancellationToken);
}
