using CxFunctions.Foundation;
using CxFunctions.Messages;

namespace CxFunctions.Intake;

/// <summary>Puts a delivery on the queues. Repeating it is harmless: what follows knows each transaction by its id.</summary>
internal sealed class DeliverySender(QueueSender queues)
{
    /// <summary>Cancellations go last: of a transaction that comes with its own cancellation, both are known at the end.</summary>
    public async Task SendAsync(Delivery delivery, string source, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        foreach (var part in TransactionPacking.Pack(delivery.Transactions))
        {
            await SendAsync(new(TransactionsReceived.OldestVersion, delivery.Id, source, receivedAt, part));
        }
        foreach (var part in TransactionPacking.Pack(delivery.Refused))
        {
            await SendAsync(new(TransactionsReceived.OldestVersion, delivery.Id, source, receivedAt, [], part));
        }
        foreach (var part in TransactionPacking.Pack(delivery.Cancelled))
        {
            await SendAsync(new(TransactionsReceived.CurrentVersion, delivery.Id, source, receivedAt, [], Cancelled: part));
        }

        Task SendAsync(TransactionsReceived message) => queues.SendAsync(QueueNames.Transactions, message, cancellationToken: cancellationToken);
    }
}
