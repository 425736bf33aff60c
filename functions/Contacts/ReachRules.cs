using CxFunctions.Catalog;
using CxFunctions.Contacts.Spelling;
using CxFunctions.Contacts.Suppressions;

namespace CxFunctions.Contacts;

/// <summary>What forbids that somebody is written to.</summary>
public enum ReachObstacle
{
    /// <summary>Nothing is known of the person any more.</summary>
    Erased,

    /// <summary>The person said stop, by whatever way.</summary>
    Suppressed,

    /// <summary>The person never agreed to this channel, or took it back.</summary>
    NoConsent,

    /// <summary>There is no address for this channel, or one that it can't reach: a landline takes no SMS.</summary>
    NoAddress,

    /// <summary>The address is known not to exist.</summary>
    Unreachable,
}

/// <summary>
/// The one place that judges whether a contact may be written to, and where: suppression, consent, address. Asked when a transaction comes, when an
/// invitation or reminder is due, and again at the moment of sending.
/// </summary>
public static class ReachRules
{
    /// <summary>What speaks against any message at all; null where nothing does.</summary>
    /// <param name="contact">As stored now; null where it was erased.</param>
    /// <param name="look">At suppressions of the contact and its addresses.</param>
    public static ReachObstacle? Against(Contact? contact, SuppressionLook look) =>
        contact is null ? ReachObstacle.Erased : look.Suppressed ? ReachObstacle.Suppressed : null;

    /// <summary>The same, and what speaks against this channel.</summary>
    public static ReachObstacle? Against(Contact? contact, SuppressionLook look, Channel channel) =>
        Against(contact, look) ?? (!Consents(contact!, channel) ? ReachObstacle.NoConsent
            : AddressOf(contact!, channel) is not { } address ? ReachObstacle.NoAddress
            : look.Unreachable?.Contains(address) == true ? ReachObstacle.Unreachable
            : null);

    /// <summary>The first channel in the touchpoint's order that the contact agreed to, has an address for, and that has not failed yet.</summary>
    public static Channel? Choose(IEnumerable<Channel> preferred, Contact contact, IReadOnlyCollection<Channel> failed) =>
        preferred.Where(c => !failed.Contains(c) && Against(contact, default, c) is null).Select(c => (Channel?)c).FirstOrDefault();

    /// <summary>Why there is no way at all: consent without an address, or no consent.</summary>
    public static ReachObstacle WhyNone(IEnumerable<Channel> preferred, Contact contact) =>
        preferred.Any(c => Consents(contact, c)) ? ReachObstacle.NoAddress : ReachObstacle.NoConsent;

    /// <summary>Channels whose address is known not to exist.</summary>
    public static IReadOnlyCollection<Channel> Unreachable(Contact contact, SuppressionLook look) =>
        [.. Enum.GetValues<Channel>().Where(channel => AddressOf(contact, channel) is { } address && look.Unreachable?.Contains(address) == true)];

    /// <summary>A telephone that the survey would have gone to, were it of another kind; null where there is nothing to remark.</summary>
    public static string? Remark(IEnumerable<Channel> preferred, Contact contact) =>
        preferred.Contains(Channel.Sms) && Consents(contact, Channel.Sms) && contact.Phone is not null && AddressOf(contact, Channel.Sms) is null
            ? "contact.phone is of a kind that takes no SMS"
            : null;

    /// <summary>Where a message on the channel would go; null where there is no address, or one that the channel can't reach.</summary>
    public static string? AddressOf(Contact contact, Channel channel) => channel switch
    {
        Channel.Sms => Written(contact.Phone) is { } phone && Telephone.TakesSms(phone) ? phone : null,
        Channel.Email => Written(contact.Email),
        _ => null,
    };

    private static bool Consents(Contact contact, Channel channel) => channel switch
    {
        Channel.Sms => contact.Consent.Sms,
        Channel.Email => contact.Consent.Email,
        _ => false,
    };

    private static string? Written(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
