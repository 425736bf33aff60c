using CxFunctions.Catalog;
using CxFunctions.Contacts;

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

    /// <summary>A telephone that the survey would have gone to, were it of another kind; null where there is nothing to remark.</summary>
    public static string? Remark(IEnumerable<Channel> preferred, Contact contact) =>
        preferred.Contains(Channel.Sms) && Consents(contact, Channel.Sms) && contact.Phone is not null && AddressOf(contact, Channel.Sms) is null
            ? "contact.phone is of a kind that takes no SMS"
            : null;

    /// <summary>Where a message on the channel would go; null where there is no address, or one that the channel can't reach.</summary>
    public static string? AddressOf(Contact contact, Channel channel) => channel switch
    {
        Channel.Sms => contact.Phone is { } phone && Telephone.TakesSms(phone) ? phone : null,
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
