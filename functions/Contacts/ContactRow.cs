using Azure.Data.Tables;
using CxFunctions.Contacts.Claims;
using CxFunctions.Foundation;

namespace CxFunctions.Contacts;

/// <summary>A row of table <c>Contacts</c>. Keys are digests: no personal data in them, and load spreads evenly.</summary>
internal static class ContactRow
{
    public const string RowKey = "contact";

    private const string InvitedBy = "InvitedBy";
    private const string InvitedAt = "InvitedAt";
    private const string InvitedOver = "InvitedOver";

    public static string PartitionOf(string contactId) => StableId.Of(contactId);

    public static TableEntity New(string contactId) => new(PartitionOf(contactId), RowKey) { ["ContactId"] = contactId };

    public static ContactProfile ProfileOf(TableEntity row) => new(row.GetString("ContactId")!)
    {
        Name = Text(row, nameof(ContactProfile.Name)),
        Phone = Text(row, nameof(ContactProfile.Phone)),
        Email = Text(row, nameof(ContactProfile.Email)),
        Locale = Text(row, nameof(ContactProfile.Locale)),
        TimeZone = Text(row, nameof(ContactProfile.TimeZone)),
        SmsConsent = Truth(row, nameof(ContactProfile.SmsConsent)),
        EmailConsent = Truth(row, nameof(ContactProfile.EmailConsent)),
        VoiceConsent = Truth(row, nameof(ContactProfile.VoiceConsent)),
    };

    public static void Write(TableEntity row, ContactProfile profile)
    {
        Set(row, nameof(ContactProfile.Name), profile.Name);
        Set(row, nameof(ContactProfile.Phone), profile.Phone);
        Set(row, nameof(ContactProfile.Email), profile.Email);
        Set(row, nameof(ContactProfile.Locale), profile.Locale);
        Set(row, nameof(ContactProfile.TimeZone), profile.TimeZone);
        Set(row, nameof(ContactProfile.SmsConsent), profile.SmsConsent);
        Set(row, nameof(ContactProfile.EmailConsent), profile.EmailConsent);
        Set(row, nameof(ContactProfile.VoiceConsent), profile.VoiceConsent);
    }

    public static InvitationClaim? ClaimOf(TableEntity row) =>
        row.GetString(InvitedBy) is { } journeyId ? new(journeyId, row.GetDateTimeOffset(InvitedAt)!.Value) : null;

    public static void Write(TableEntity row, InvitationClaim? claim)
    {
        if (claim is null)
        {
            row.Remove(InvitedBy);
            row.Remove(InvitedAt);
            row.Remove(InvitedOver);
            return;
        }
        row[InvitedBy] = claim.JourneyId;
        row[InvitedAt] = claim.At;
    }

    /// <summary>The contact's claim, and the keys of the addresses that are claimed with it: they may have changed when it is given back.</summary>
    public static void Write(TableEntity row, InvitationClaim claim, IReadOnlyList<string> addresses)
    {
        Write(row, claim);
        row[InvitedOver] = string.Join(' ', addresses);
    }

    /// <summary>Keys of the addresses that are claimed with the contact.</summary>
    public static IReadOnlyList<string> AddressesOf(TableEntity row) =>
        row.GetString(InvitedOver)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static Said<string>? Text(TableEntity row, string name) =>
        row.GetString(name) is { } value ? new(value, row.GetDateTimeOffset(name + "At")!.Value) : null;

    private static Said<bool>? Truth(TableEntity row, string name) =>
        row.GetBoolean(name) is { } value ? new(value, row.GetDateTimeOffset(name + "At")!.Value) : null;

    private static void Set<T>(TableEntity row, string name, Said<T>? said)
        where T : IComparable<T>
    {
        if (said is { } value)
        {
            row[name] = value.Value;
            row[name + "At"] = value.At;
        }
    }
}
