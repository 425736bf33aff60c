using CxFunctions.Catalog;
using CxFunctions.Channels.Sends;
using CxFunctions.Contacts;
using CxFunctions.Messages;
using CxFunctions.Spending;

namespace CxFunctions.Channels;

/// <summary>What is true at the moment of sending.</summary>
/// <param name="Obstacle">What forbids a message to this contact on this channel.</param>
/// <param name="Expired">Whether the survey's time is over.</param>
/// <param name="Awake">Whether it is within the contact's waking hours.</param>
/// <param name="Affordable">Whether the day's budget has room for it.</param>
/// <param name="Open">Whether the channel works; it is stopped where its service refuses us.</param>
public sealed record SendFacts(ReachObstacle? Obstacle, bool Expired, bool Awake, bool Affordable, bool Open);

/// <summary>Whether a message to a customer may go out now. What forbids it for ever is told before what forbids it for now.</summary>
internal static class SendGateRules
{
    /// <returns>Null where nothing speaks against it.</returns>
    public static SendOutcome? Judge(SendFacts facts) => facts switch
    {
        { Obstacle: ReachObstacle.Erased } => new(SendResult.Withheld, "contact-erased"),
        { Obstacle: ReachObstacle.Suppressed } => new(SendResult.Withheld, "suppressed"),
        { Expired: true } => new(SendResult.Withheld, "expired"),
        { Obstacle: ReachObstacle.NoConsent } => new(SendResult.Failed, "no-consent"),
        { Obstacle: ReachObstacle.NoAddress } => new(SendResult.Failed, "no-address"),
        { Obstacle: ReachObstacle.Unreachable } => new(SendResult.Failed, "address-unreachable"),
        { Awake: false } => new(SendResult.Postponed, "quiet-hours"),
        { Affordable: false } => new(SendResult.Postponed, "budget-spent"),
        { Open: false } => new(SendResult.Postponed, "channel-stopped"),
        _ => null,
    };

    /// <summary>What a message to a customer is paid from.</summary>
    public static SpendKind SpendOf(Channel channel) => channel == Channel.Sms ? SpendKind.SmsSegment : SpendKind.Email;

    public static SpendKind SpendOf(Channel channel, SendKind kind) => (kind, channel) switch
    {
        (SendKind.Notice, Channel.Sms) => SpendKind.NoticeSmsSegment,
        (SendKind.Notice, _) => SpendKind.NoticeEmail,
        _ => SpendOf(channel),
    };
}
