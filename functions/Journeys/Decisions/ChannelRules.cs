using CxFunctions.Catalog;

namespace CxFunctions.Journeys;

/// <summary>Which way to a contact is open.</summary>
internal static class ChannelRules
{
    /// <summary>The first channel in the touchpoint's order that the contact agreed to, has an address for, and that has not failed yet.</summary>
    public static Channel? Choose(IEnumerable<Channel> preferred, Contact contact, IReadOnlyCollection<Channel> failed) =>
        preferred.Where(c => !failed.Contains(c) && Consents(contact, c) && AddressOf(contact, c) is not null).Select(c => (Channel?)c).FirstOrDefault();

    /// <summary>Why there is no way at all: consent without an address, or no consent.</summary>
    public static LedgerReason WhyNone(IEnumerable<Channel> preferred, Contact contact) =>
        preferred.Any(c => Consents(contact, c)) ? LedgerReason.NoAddress : LedgerReason.NoConsent;

    public static string? AddressOf(Contact contact, Channel channel) => channel switch
    {
        Channel.Sms => contact.Phone,
        Channel.Email => contact.Email,
        _ => null,
    };

    private static bool Consents(Contact contact, Channel channel) => channel switch
    {
        Channel.Sms => contact.Consent.Sms,
        Channel.Email => contact.Consent.Email,
        _ => false,
    };
}
