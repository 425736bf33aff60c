using CxFunctions.Catalog;
using CxFunctions.Contacts;
using CxFunctions.Contacts.Claims;
using CxFunctions.Contacts.Suppressions;
using CxFunctions.Journeys.Ledger;

namespace CxFunctions.Journeys.Decisions;

/// <summary>What is known when a transaction arrives.</summary>
internal sealed record EligibilityFacts
{
    public required string JourneyId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required Contact Contact { get; init; }

    /// <summary>Whether the contact or one of its addresses said stop.</summary>
    public required SuppressionLook Look { get; init; }

    public required InvitationClaim? LastInvitation { get; init; }

    public required DateTimeOffset Now { get; init; }
}

/// <summary>May this transaction be surveyed at all? The first rule that speaks against it is the reason.</summary>
internal static class EligibilityRules
{
    /// <summary>How far a sender's clock may run ahead.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    public static LedgerReason Decide(SurveyProgram program, Touchpoint touchpoint, EligibilityFacts facts)
    {
        if (facts.OccurredAt > facts.Now + ClockTolerance)
        {
            return LedgerReason.InFuture;
        }
        if (JourneyTiming.InviteAt(program, touchpoint, program.ZoneOf(facts.Contact.TimeZone), facts.Contact.Id, facts.OccurredAt, facts.Now) is null)
        {
            return LedgerReason.TooOld;
        }
        if (!SamplingRules.Takes(facts.JourneyId, touchpoint.Sampling))
        {
            return LedgerReason.NotSampled;
        }
        if (ReachRules.Choose(touchpoint.Channels, facts.Contact, []) is null)
        {
            return LedgerReasons.Of(ReachRules.WhyNone(touchpoint.Channels, facts.Contact));
        }
        if (ReachRules.Against(facts.Contact, facts.Look) is { } obstacle)
        {
            return LedgerReasons.Of(obstacle);
        }
        return QuarantineRules.KeepsAway(facts.LastInvitation, facts.JourneyId, program.Quarantine, facts.Now)
            ? LedgerReason.Quarantined
            : LedgerReason.Eligible;
    }
}
