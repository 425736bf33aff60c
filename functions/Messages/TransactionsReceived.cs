namespace CxFunctions.Messages;

/// <summary>
/// Queue <c>transactions</c>: what one webhook delivery brought, or a part of it where the whole does not fit a message.
/// Idempotent by source and transaction id.
/// </summary>
/// <param name="Version">2 where it takes something back, else 1: a release that knows 1 alone must not pass a cancellation over.</param>
/// <param name="Delivery">Id of the delivery, for tracing; a part has the id of the whole.</param>
/// <param name="Source">Webhook source, for instance hubspot.</param>
/// <param name="ReceivedAt">When the webhook arrived, UTC.</param>
/// <param name="Transactions">Those that can be decided about.</param>
/// <param name="Refused">Those that can't, for the ledger; a release that knows none of them passes them over.</param>
/// <param name="Cancelled">Ids of transactions that the source takes back, these or others.</param>
public sealed record TransactionsReceived(
    int Version,
    string Delivery,
    string Source,
    DateTimeOffset ReceivedAt,
    IReadOnlyList<Transaction> Transactions,
    IReadOnlyList<RefusedTransaction>? Refused = null,
    IReadOnlyList<string>? Cancelled = null)
{
    public const int CurrentVersion = 2;
    public const int OldestVersion = 1;
}

/// <summary>A transaction that broke a rule. No survey comes of it; of what it said only what is right is kept.</summary>
/// <param name="Id">As <see cref="Transaction.Id"/>.</param>
/// <param name="Rule">The rule, naming members and no values.</param>
/// <param name="Program">As sent; null where it is missing or the rule broken.</param>
/// <param name="Touchpoint">Likewise.</param>
/// <param name="ContactId">Likewise.</param>
/// <param name="OccurredAt">Likewise.</param>
public sealed record RefusedTransaction(
    string Id, string Rule, string? Program = null, string? Touchpoint = null, string? ContactId = null, DateTimeOffset? OccurredAt = null);
