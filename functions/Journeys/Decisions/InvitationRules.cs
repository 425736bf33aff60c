using CxFunctions.Catalog;
using CxFunctions.Contacts;
using CxFunctions.Contacts.Suppressions;
using CxFunctions.Journeys.Ledger;

namespace CxFunctions.Journeys.Decisions;

internal enum InvitationVerdict
{
    Proceed,
    Wait,
    Stop,
}

/// <summary>The answer to "now?".</summary>
/// <param name="Verdict">Go, wait or never.</param>
/// <param name="Channel">The way, with Proceed.</param>
/// <param name="WaitUntil">The next look, with Wait.</param>
/// <param name="Reason">What speaks against it, with Stop; null where the matter is settled.</param>
internal sealed record InvitationDecision(InvitationVerdict Verdict, Channel? Channel = null, DateTimeOffset? WaitUntil = null, LedgerReason? Reason = null)
{
    public static InvitationDecision Proceed(Channel channel) => new(InvitationVerdict.Proceed, channel);

    public static InvitationDecision Wait(DateTimeOffset until) => new(InvitationVerdict.Wait, WaitUntil: until);

    public static InvitationDecision Stop(LedgerReason? reason = null) => new(InvitationVerdict.Stop, Reason: reason);
}

/// <summary>What is true when an invitation or a reminder has come due.</summary>
internal sealed record LiveFacts
{
    public required LedgerEntry Entry { get; init; }

    /// <summary>Null where the contact was erased.</summary>
    public required Contact? Contact { get; init; }

    /// <summary>At suppressions of the contact and its addresses.</summary>
    public required SuppressionLook Look { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>Whether anything was answered, told by a signal already or not yet.</summary>
    public bool HasResponse { get; init; }

    /// <summary>Channels whose service refused the contact just now, or whose address does not exist; those of before are in the entry.</summary>
    public IReadOnlyCollection<Channel> Refused { get; init; } = [];

    /// <summary>The contact's row, for whoever is to claim it.</summary>
    public ContactSighting? Seen { get; init; }

    public IReadOnlyCollection<Channel> Failed => [.. Entry.FailedChannels, .. Refused];
}

/// <summary>Decides again when the time has come, against the state of that moment. The quarantine is claimed after this.</summary>
internal static class InvitationRules
{
    public static InvitationDecision DecideInvitation(SurveyProgram program, Touchpoint touchpoint, LiveFacts facts)
    {
        if (Objection(facts) is { } reason)
        {
            return InvitationDecision.Stop(reason);
        }
        if (ReachRules.Choose(touchpoint.Channels, facts.Contact!, facts.Failed) is not { } channel)
        {
            return InvitationDecision.Stop(LedgerReasons.Of(ReachRules.WhyNone(touchpoint.Channels, facts.Contact!)));
        }
        var zone = program.ZoneOf(facts.Contact!.TimeZone);
        return JourneyTiming.InviteAt(program, touchpoint, zone, facts.Contact.Id, facts.Entry.OccurredAt, facts.Now) switch
        {
            null => InvitationDecision.Stop(LedgerReason.TooOld),
            { } at when at > facts.Now => InvitationDecision.Wait(at),
            _ => InvitationDecision.Proceed(channel),
        };
    }

    /// <summary>The reminder takes the invitation's channel, and only while that still is a way to the contact.</summary>
    public static InvitationDecision DecideReminder(SurveyProgram program, LiveFacts facts)
    {
        if (Objection(facts) is { } reason)
        {
            return InvitationDecision.Stop(reason);
        }
        if (facts.HasResponse || facts.Entry.StartedAt is not null)
        {
            // Nothing speaks against the contact; there is just nothing to remind of.
            return InvitationDecision.Stop();
        }
        if (facts.Entry.Channel is not { } channel || ReachRules.Choose([channel], facts.Contact!, []) is null)
        {
            return InvitationDecision.Stop(LedgerReason.NoConsent);
        }
        var latest = facts.Entry.ExpiresAt!.Value - JourneyTiming.LeastTimeAfterReminder;
        var at = program.WakingHours.NextTurn(facts.Now, program.ZoneOf(facts.Contact!.TimeZone), JourneyTiming.LotOf(facts.Contact.Id), latest);
        if (at > latest)
        {
            return InvitationDecision.Stop(LedgerReason.TooOld);
        }
        return at > facts.Now ? InvitationDecision.Wait(at) : InvitationDecision.Proceed(channel);
    }

    private static LedgerReason? Objection(LiveFacts facts) =>
        facts.Entry.CancelledAt is not null ? LedgerReason.Cancelled
        : ReachRules.Against(facts.Contact, facts.Look) is { } obstacle ? LedgerReasons.Of(obstacle)
        : null;
}
