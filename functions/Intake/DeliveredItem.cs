using CxFunctions.Messages;

namespace CxFunctions.Intake;

/// <summary>What one item of a delivery turned out to be.</summary>
internal abstract record DeliveredItem
{
    private DeliveredItem()
    {
    }

    public sealed record Occurred(Transaction Transaction) : DeliveredItem;

    /// <summary>The CRM takes a transaction back.</summary>
    public sealed record Cancelled(string TransactionId) : DeliveredItem;

    /// <param name="Reason">The rule that it breaks.</param>
    /// <param name="Transaction">What is known of it all the same; null where it has no id, or is no transaction.</param>
    public sealed record Refused(string Reason, RefusedTransaction? Transaction = null) : DeliveredItem;
}

/// <summary>The answer to a delivery; names are contract.</summary>
internal sealed record WebhookReceipt(string Delivery, int Accepted, int Duplicates, IReadOnlyList<RejectedItem> Rejected);

/// <param name="Index">Position in the delivery, from 0.</param>
/// <param name="Reason">The rule it breaks; never what it holds.</param>
internal sealed record RejectedItem(int Index, string Reason);
