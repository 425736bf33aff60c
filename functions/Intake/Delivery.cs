using CxFunctions.Messages;

namespace CxFunctions.Intake;

/// <summary>A parsed delivery, sorted into what is passed on and what is answered.</summary>
internal sealed class Delivery
{
    private Delivery(
        string id, IReadOnlyList<Transaction> transactions, IReadOnlyList<RefusedTransaction> refused, IReadOnlyList<string> cancelled, WebhookReceipt receipt) =>
        (Id, Transactions, Refused, Cancelled, Receipt) = (id, transactions, refused, cancelled, receipt);

    public string Id { get; }

    public IReadOnlyList<Transaction> Transactions { get; }

    /// <summary>What broke a rule and has an id, for the ledger.</summary>
    public IReadOnlyList<RefusedTransaction> Refused { get; }

    /// <summary>Ids of transactions that are taken back.</summary>
    public IReadOnlyList<string> Cancelled { get; }

    public WebhookReceipt Receipt { get; }

    /// <summary>Of items with one id and kind the first counts, the others are duplicates.</summary>
    public static Delivery Of(string id, IReadOnlyList<DeliveredItem> items)
    {
        var transactions = new Dictionary<string, Transaction>(StringComparer.Ordinal);
        var cancelled = new HashSet<string>(StringComparer.Ordinal);
        var known = new Dictionary<string, RefusedTransaction>(StringComparer.Ordinal);
        var rejected = new List<RejectedItem>();
        var duplicates = 0;
        for (var i = 0; i < items.Count; i++)
        {
            var isNew = items[i] switch
            {
                DeliveredItem.Occurred occurred => transactions.TryAdd(occurred.Transaction.Id, occurred.Transaction),
                DeliveredItem.Cancelled taken => cancelled.Add(taken.TransactionId),
                _ => true,
            };
            duplicates += isNew ? 0 : 1;
            if (items[i] is DeliveredItem.Refused refused)
            {
                if (refused.Transaction is { } transaction)
                {
                    known.TryAdd(transaction.Id, transaction);
                }
                rejected.Add(new RejectedItem(i, refused.Reason));
            }
        }
        return new(
            id,
            [.. transactions.Values],
            [.. known.Values.Where(refused => !transactions.ContainsKey(refused.Id))],
            [.. cancelled],
            new WebhookReceipt(id, transactions.Count + cancelled.Count, duplicates, rejected));
    }
}
