namespace CxFunctions.Intake;

/// <summary>
/// Queue <c>transactions</c>: what one webhook delivery brought, or a part of it where the whole does not fit a message.
/// Idempotent by source and transaction id.
/// </summary>
/// <param name="Version">1.</param>
/// <param name="Delivery">Id of the delivery, for tracing; a part has the id of the whole.</param>
/// <param name="Source">Webhook source, for instance hubspot.</param>
/// <param name="ReceivedAt">When the webhook arrived, UTC.</param>
/// <param name="Transactions">At least one.</param>
public sealed record TransactionsReceived(int Version, string Delivery, string Source, DateTimeOffset ReceivedAt, IReadOnlyList<Transaction> Transactions)
{
    public const int CurrentVersion = 1;
}
