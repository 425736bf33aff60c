using CxFunctions.Catalog;
using CxFunctions.Channels.Stops;
using CxFunctions.Contacts;
using CxFunctions.Contacts.Suppressions;
using CxFunctions.Messages;
using CxFunctions.Spending;

namespace CxFunctions.Channels;

/// <summary>Reads the live state that <see cref="SendGateRules"/> judge: the last look before a message to a customer leaves.</summary>
public sealed class SendGate(SuppressionStore suppressions, ChannelStops stops, Budget budget, TimeProvider time)
{
    /// <summary>How old a look at suppressions may be to pass for the last one.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    /// <param name="contact">As stored now; null where it was erased.</param>
    /// <param name="channel">The way it would go.</param>
    /// <param name="program">Whose waking hours and zone count.</param>
    /// <param name="expiresAt">Null where nothing expires.</param>
    /// <param name="units">Segments of an SMS, 1 for an e-mail.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="look">At suppressions, if the caller has had one; taken for the last look where it is less than a second old.</param>
    /// <returns>Why it must not go now, or null where it may.</returns>
    public async Task<SendOutcome?> CheckAsync(Contact? contact, Channel channel, SurveyProgram program, DateTimeOffset? expiresAt, int units, CancellationToken cancellationToken, SuppressionLook? look = null)
    {
        var now = time.GetUtcNow();
        var last = contact is null ? default
            : look is { } seen && now - seen.At < Fresh ? seen
            : await suppressions.LookAsync(contact, now, cancellationToken);
        return SendGateRules.Judge(new SendFacts(
            Obstacle: ReachRules.Against(contact, last, channel),
            Expired: now >= expiresAt,
            Awake: program.WakingHours.Contains(now, program.ZoneOf(contact?.TimeZone)),
            Affordable: await budget.LeftAsync(SendGateRules.SpendOf(channel), cancellationToken) >= units,
            Open: await stops.HoldsAsync(channel, cancellationToken) is null));
    }
}
