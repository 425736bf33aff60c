using CxFunctions.Catalog;
using CxFunctions.Channels.Sends;
using CxFunctions.Contacts;
using CxFunctions.Foundation;
using CxFunctions.Journeys;

namespace CxFunctions.Channels;

/// <summary>What is true at the moment of sending.</summary>
public sealed record SendFacts(bool Known, bool Suppressed, bool Expired, bool Consents, bool HasAddress, bool Awake, bool Affordable, bool Exists = true);

/// <summary>Whether a message to a customer may go out now. What forbids it for ever is told before what forbids it for now.</summary>
internal static class SendGateRules
{
    /// <returns>Null where nothing speaks against it.</returns>
    public static SendOutcome? Judge(SendFacts facts) => facts switch
    {
        { Known: false } => new(SendResult.Withheld, "contact-erased"),
        { Suppressed: true } => new(SendResult.Withheld, "suppressed"),
        { Expired: true } => new(SendResult.Withheld, "expired"),
        { Consents: false } => new(SendResult.Failed, "no-consent"),
        { HasAddress: false } => new(SendResult.Failed, "no-address"),
        { Exists: false } => new(SendResult.Failed, "address-unreachable"),
        { Awake: false } => new(SendResult.Postponed, "quiet-hours"),
        { Affordable: false } => new(SendResult.Postponed, "budget-spent"),
        _ => null,
    };

    public static string? AddressOf(Contact contact, Channel channel) => channel switch
    {
        Channel.Sms => NullIfEmpty(contact.Phone) is { } phone && Telephone.TakesSms(phone) ? phone : null,
        Channel.Email => NullIfEmpty(contact.Email),
        _ => null,
    };

    public static bool Consents(Contact contact, Channel channel) => channel switch
    {
        Channel.Sms => contact.Consent.Sms,
        Channel.Email => contact.Consent.Email,
        _ => false,
    };

    /// <summary>What a message to a customer is paid from.</summary>
    public static SpendKind SpendOf(Channel channel) => channel == Channel.Sms ? SpendKind.SmsSegment : SpendKind.Email;

    public static SpendKind SpendOf(Channel channel, SendKind kind) => (kind, channel) switch
    {
        (SendKind.Notice, Channel.Sms) => SpendKind.NoticeSmsSegment,
        (SendKind.Notice, _) => SpendKind.NoticeEmail,
        _ => SpendOf(channel),
    };

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
