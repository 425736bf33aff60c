using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CxFunctions.Intake;

/// <summary>JSON to <see cref="Intake.Transaction"/>: our own schema and the parts of it that other sources share.</summary>
internal static partial class TransactionParser
{
    /// <summary>Runs a reading of one item and turns every breach into a refusal; throws on nothing that JSON can hold.</summary>
    public static DeliveredItem Read(JsonElement item, Func<JsonMembers, DeliveredItem> read)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return new DeliveredItem.Refused("must be an object");
        }
        try
        {
            return read(new JsonMembers(item));
        }
        catch (RuleBreachException breach)
        {
            return new DeliveredItem.Refused(breach.Message);
        }
        catch (InvalidOperationException)
        {
            // The reader's word for escapes that stand for half a character.
            return new DeliveredItem.Refused("holds text that is not valid Unicode");
        }
    }

    /// <param name="members">The item.</param>
    /// <param name="defaultProgram">The program where the item names none.</param>
    public static Transaction Transaction(JsonMembers members, string? defaultProgram) => TransactionRules.Check(new Transaction
    {
        Id = Id(members),
        Program = members.Text("program") ?? defaultProgram ?? throw new RuleBreachException("program is missing"),
        Touchpoint = members.Text("touchpoint") ?? throw new RuleBreachException("touchpoint is missing"),
        OccurredAt = Instant(members.Text("occurredAt") ?? throw new RuleBreachException("occurredAt is missing")),
        Contact = Contact(members.Object("contact") ?? throw new RuleBreachException("contact is missing")),
        Attributes = Attributes(members),
    });

    public static string Id(JsonMembers members) =>
        TransactionRules.CheckId("id", members.Scalar("id")?.Trim() is { Length: > 0 } id ? id : throw new RuleBreachException("id is missing"));

    public static TransactionContact Contact(JsonMembers contact)
    {
        var consent = contact.Object("consent");
        return new TransactionContact
        {
            Id = contact.Scalar("id")?.Trim() is { Length: > 0 } id ? id : throw new RuleBreachException("contact.id is missing"),
            Name = contact.Text("name"),
            Phone = contact.Text("phone") is { } phone ? PhoneNumber.Compact(phone) : null,
            Email = contact.Text("email"),
            Locale = contact.Text("locale"),
            TimeZone = contact.Text("timeZone"),
            Consent = new TransactionConsent { Sms = consent?.Truth("sms"), Email = consent?.Truth("email"), Voice = consent?.Truth("voice") },
        };
    }

    public static Dictionary<string, string> Attributes(JsonMembers members) => members.Object("attributes")?.Scalars() ?? [];

    // Without an offset the instant would depend on where this code runs.
    private static DateTimeOffset Instant(string text) =>
        Iso8601().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? instant
            : throw new RuleBreachException("occurredAt must be ISO 8601 with an offset, for instance 2026-11-22T10:15:00-05:00");

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.,][0-9]{1,9})?)?([Zz]|[+-][0-9]{2}:[0-9]{2})\z")]
    private static partial Regex Iso8601();
}
