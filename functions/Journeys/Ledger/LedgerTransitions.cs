using CxFunctions.Catalog;

namespace CxFunctions.Journeys;

/// <summary>Where an entry stands.</summary>
internal enum LedgerState
{
    /// <summary>Decided against, or ended.</summary>
    Closed,
    Waiting,
    Invited,
    Started,
}

/// <summary>All legal moves of the ledger in one table; whatever is not in it changes nothing.</summary>
internal static class LedgerTransitions
{
    private static readonly Dictionary<JourneyStep, LedgerState[]> Steps = new()
    {
        // Again from Invited: the next channel, after the first did not deliver.
        [JourneyStep.Invited] = [LedgerState.Waiting, LedgerState.Invited],
        [JourneyStep.Delivered] = [LedgerState.Waiting, LedgerState.Invited, LedgerState.Started],
        [JourneyStep.Reminded] = [LedgerState.Invited],
        [JourneyStep.Started] = [LedgerState.Waiting, LedgerState.Invited],
    };

    private static readonly Dictionary<JourneyEnd, LedgerState[]> Ends = new()
    {
        [JourneyEnd.Answered] = [LedgerState.Waiting, LedgerState.Invited, LedgerState.Started],
        [JourneyEnd.PartlyAnswered] = [LedgerState.Invited, LedgerState.Started],
        // From Started: the page was opened to answer, but nothing could be saved.
        [JourneyEnd.Expired] = [LedgerState.Waiting, LedgerState.Invited, LedgerState.Started],
        [JourneyEnd.OptedOut] = [LedgerState.Waiting, LedgerState.Invited, LedgerState.Started],
        [JourneyEnd.Cancelled] = [LedgerState.Waiting, LedgerState.Invited, LedgerState.Started],
        [JourneyEnd.Undeliverable] = [LedgerState.Waiting, LedgerState.Invited],
        [JourneyEnd.StoppedBeforeInvitation] = [LedgerState.Waiting],
    };

    public static LedgerState StateOf(LedgerEntry entry) => entry switch
    {
        { End: not null } or { Reason: not LedgerReason.Eligible } => LedgerState.Closed,
        { StartedAt: not null } => LedgerState.Started,
        { InvitedAt: not null } => LedgerState.Invited,
        _ => LedgerState.Waiting,
    };

    public static bool Allows(LedgerState from, JourneyStep step) => Steps[step].Contains(from);

    public static bool Allows(LedgerState from, JourneyEnd end) => Ends[end].Contains(from);

    /// <param name="entry">As it stands.</param>
    /// <param name="step">What happened.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="channel">Of an invitation.</param>
    public static LedgerEntry Apply(LedgerEntry entry, JourneyStep step, DateTimeOffset at, Channel? channel = null) =>
        !Allows(StateOf(entry), step) ? entry : step switch
        {
            JourneyStep.Invited => entry with { InvitedAt = entry.InvitedAt ?? at, Channel = channel ?? entry.Channel },
            JourneyStep.Delivered => entry with { DeliveredAt = entry.DeliveredAt ?? at },
            JourneyStep.Reminded => entry with { RemindedAt = entry.RemindedAt ?? at },
            JourneyStep.Started => entry with { StartedAt = at },
            _ => entry,
        };

    /// <param name="entry">As it stands.</param>
    /// <param name="end">How the journey ended.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="reason">What spoke against the invitation, if that is how it ended.</param>
    /// <param name="detail">A few words for people.</param>
    public static LedgerEntry Apply(LedgerEntry entry, JourneyEnd end, DateTimeOffset at, LedgerReason? reason = null, string? detail = null) =>
        !Allows(StateOf(entry), end) ? entry : entry with
        {
            End = end,
            EndedAt = at,
            Reason = reason ?? entry.Reason,
            Detail = detail ?? entry.Detail,
            StartedAt = end == JourneyEnd.Answered ? entry.StartedAt ?? at : entry.StartedAt,
            AnsweredAt = end == JourneyEnd.Answered ? at : entry.AnsweredAt,
        };

    /// <summary>A transaction that comes after its own cancellation.</summary>
    public static LedgerEntry TakenBack(LedgerEntry entry, DateTimeOffset at) => entry with
    {
        CancelledAt = at,
        Reason = LedgerReason.Cancelled,
        End = entry.Reason == LedgerReason.Eligible ? JourneyEnd.Cancelled : null,
        EndedAt = entry.Reason == LedgerReason.Eligible ? entry.ReceivedAt : null,
    };
}
