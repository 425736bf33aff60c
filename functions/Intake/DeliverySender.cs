using CxFunctions.Foundation;
using CxFunctions.Journeys;

namespace CxFunctions.Intake;

/// <summary>Puts a delivery on the queues. Repeating it is harmless: what follows knows each transaction by its id.</summary>
internal sealed class DeliverySender(QueueSender queues)
{
    /// <summary>Cancellations go last: of a transaction that comes with its own cancellation, both are known at the end.</summary>
    public async Task SendAsync(Delivery delivery, string source, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        foreach (var part in TransactionPacking.Pack(delivery.Transactions))
        {
            await SendAsync(part, null);
        }
        foreach (var part in TransactionPacking.Pack(delivery.Refused))
        {
            await SendAsync([], part);
        }
        foreach (var id in delivery.Cancelled)
        {
            var signal = new JourneySignal(JourneySignal.CurrentVersion, JourneyIds.Of(source, id), JourneySignalKind.Cancelled, receivedAt, Detail: source);
            await queues.SendAsync(QueueNames.JourneySignals, signal, cancellationToken: cancellationToken);
        }

        Task SendAsync(IReadOnlyList<Transaction> transactions, IReadOnlyList<RefusedTransaction>? refused) => queues.SendAsync(
            QueueNames.Transactions,
            new TransactionsReceived(TransactionsReceived.CurrentVersion, delivery.Id, source, receivedAt, transactions, refused),
            cancellationToken: cancellationToken);
    }
}
