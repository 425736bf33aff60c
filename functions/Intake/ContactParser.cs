using CxFunctions.Contacts.Spelling;
using CxFunctions.Messages;

namespace CxFunctions.Intake;

/// <summary>Whom a transaction is about. What can't be used of a contact is left out and named; it costs itself, not the survey.</summary>
internal static class ContactParser
{
    private const int LongestName = 200;

    /// <param name="contact">Our own schema.</param>
    /// <param name="region">Where the contact's telephone is a local call; null where unknown.</param>
    /// <exception cref="RuleBreachException">Nobody is named, or what was agreed to is unclear: neither may be guessed.</exception>
    public static TransactionContact Parse(JsonMembers contact, string? region)
    {
        var unusable = new List<string>();
        var consent = contact.Object("consent");
        return new TransactionContact
        {
            Id = Id(contact),
            Name = Use("name", text => TransactionRules.IsText(text, LongestName) ? text : null),
            Phone = Use("phone", text => Telephone.Parse(text, region)?.E164),
            Email = Use("email", EmailAddress.Parse),
            Locale = Use("locale", LanguageTag.Parse),
            TimeZone = Use("timeZone", text => TimeZoneName.Parse(text, region)),
            Consent = new TransactionConsent { Sms = consent?.Truth("sms"), Email = consent?.Truth("email"), Voice = consent?.Truth("voice") },
            Unusable = unusable.Count == 0 ? null : unusable,
        };

        string? Use(string name, Func<string, string?> parse)
        {
            var isThere = contact.TryScalar(name, out var text);
            if (isThere && text is null)
            {
                return null;
            }
            var used = isThere ? parse(text!) : null;
            if (used is null)
            {
                unusable.Add("contact." + name);
            }
            return used;
        }
    }

    public static string Id(JsonMembers contact) =>
        TransactionRules.CheckId("contact.id", contact.Scalar("id")?.Trim() is { Length: > 0 } id ? id : throw new RuleBreachException("contact.id is missing"));
}
