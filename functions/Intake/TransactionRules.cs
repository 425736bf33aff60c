using System.Text;
using System.Text.Json;
using CxFunctions.Foundation;
using CxFunctions.Messages;

namespace CxFunctions.Intake;

/// <summary>What every transaction must keep to, whatever source it comes from. The sentences are what the sender reads.</summary>
internal static class TransactionRules
{
    public const int MaxAttributes = 50;

    /// <summary>Largest JSON of one transaction, in bytes: it must fit a queue message with its envelope.</summary>
    public const int MaxBytes = 32 * 1024;

    private const int LongestName = 100;

    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <exception cref="RuleBreachException">The first rule that is broken.</exception>
    public static Transaction Check(Transaction transaction)
    {
        CheckId("id", transaction.Id);
        Must(IsName(transaction.Program), "program must be 1 to 100 characters without control characters");
        Must(IsName(transaction.Touchpoint), "touchpoint must be 1 to 100 characters without control characters");
        Must(IsInRange(transaction.OccurredAt), "occurredAt must lie between the years 2000 and 2099");
        Must(transaction.Attributes.Count <= MaxAttributes, $"attributes must be at most {MaxAttributes}");
        foreach (var (name, value) in transaction.Attributes)
        {
            Must(IsName(name), "names of attributes must be 1 to 100 characters without control characters");
            Must(value.Length <= 1000, "values of attributes must be at most 1000 characters");
        }
        Must(SizeOf(transaction) <= MaxBytes, $"must be at most {MaxBytes / 1024} KiB");
        return transaction;
    }

    public static string CheckId(string name, string id)
    {
        // Bytes, not characters: ids become parts of table keys, which end at 1 KiB once they are escaped.
        Must(IsText(id, 200) && Encoding.UTF8.GetByteCount(id) <= 200, $"{name} must be 1 to 200 bytes of UTF-8 without control characters");
        return id;
    }

    /// <summary>Whether it can be the id of a program or a touchpoint.</summary>
    public static bool IsName(string text) => IsText(text, LongestName);

    public static bool IsText(string text, int max) => text.Length > 0 && text.Length <= max && !text.Any(char.IsControl);

    public static bool IsInRange(DateTimeOffset occurredAt) => occurredAt >= Earliest && occurredAt < Latest;

    /// <summary>Bytes of its JSON as it travels on the queue.</summary>
    public static int SizeOf<T>(T transaction) => JsonSerializer.SerializeToUtf8Bytes(transaction, CxJson.Lenient).Length;

    private static void Must(bool holds, string rule)
    {
        if (!holds)
        {
            throw new RuleBreachException(rule);
        }
    }
}
