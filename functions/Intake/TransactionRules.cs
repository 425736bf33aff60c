using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CxFunctions.Foundation;

namespace CxFunctions.Intake;

/// <summary>What every transaction must keep to, whatever source it comes from. The sentences are what the sender reads.</summary>
internal static partial class TransactionRules
{
    public const int MaxAttributes = 50;

    /// <summary>Largest JSON of one transaction, in bytes: it must fit a queue message with its envelope.</summary>
    public const int MaxBytes = 32 * 1024;

    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <exception cref="RuleBreachException">The first rule that is broken.</exception>
    public static Transaction Check(Transaction transaction)
    {
        CheckId("id", transaction.Id);
        Must(IsText(transaction.Program, 100), "program must be 1 to 100 characters without control characters");
        Must(IsText(transaction.Touchpoint, 100), "touchpoint must be 1 to 100 characters without control characters");
        Must(transaction.OccurredAt >= Earliest && transaction.OccurredAt < Latest, "occurredAt must lie between the years 2000 and 2099");
        Check(transaction.Contact);
        Must(transaction.Attributes.Count <= MaxAttributes, $"attributes must be at most {MaxAttributes}");
        foreach (var (name, value) in transaction.Attributes)
        {
            Must(IsText(name, 100), "names of attributes must be 1 to 100 characters without control characters");
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

    /// <summary>Bytes of its JSON as it travels on the queue.</summary>
    public static int SizeOf(Transaction transaction) => JsonSerializer.SerializeToUtf8Bytes(transaction, CxJson.Lenient).Length;

    private static void Check(TransactionContact contact)
    {
        CheckId("contact.id", contact.Id);
        Must(contact.Name is null || IsText(contact.Name, 200), "contact.name must be at most 200 characters without control characters");
        Must(contact.Phone is null || PhoneNumber.IsE164(contact.Phone), "contact.phone must be E.164, for instance +51987654321");
        Must(contact.Email is null || (contact.Email.Length <= 254 && Email().IsMatch(contact.Email)), "contact.email must be an e-mail address");
        Must(contact.Locale is null || Locale().IsMatch(contact.Locale), "contact.locale must be a BCP 47 tag, for instance es-PE");
        Must(contact.TimeZone is null || IsZone(contact.TimeZone), "contact.timeZone must be an IANA time zone, for instance America/Lima");
    }

    private static bool IsText(string text, int max) => text.Length > 0 && text.Length <= max && !text.Any(char.IsControl);

    private static bool IsZone(string zone) => zone.Length <= 64 && Zone().IsMatch(zone) && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);

    private static void Must(bool holds, string rule)
    {
        if (!holds)
        {
            throw new RuleBreachException(rule);
        }
    }

    [GeneratedRegex(@"^[^\s@<>,;:""()\[\]\\\p{C}]+@[^\s@<>,;:""()\[\]\\\p{C}]+\.[^\s@<>,;:""()\[\]\\.\p{C}]+\z")]
    private static partial Regex Email();

    [GeneratedRegex(@"^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,4}\z")]
    private static partial Regex Locale();

    // Keeps paths such as ../ away from the zone files.
    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_+\-]*(/[A-Za-z0-9_+\-]+){0,2}\z")]
    private static partial Regex Zone();
}
