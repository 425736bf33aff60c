using CxFunctions.Catalog;
using CxFunctions.Messages;

namespace CxFunctions.Journeys.Ledger;

/// <summary>Where an entry stands.</summary>
internal enum LedgerState
{
    /// <summary>Decided against, or ended.</summary>
    Closed,
    Waiting,
    Invited,
    Started,

    /// <summary>Ended for want of an answer. One that was saved in time may still be on its way, and then it counts.</summary>
    Lapsed,
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
        [JourneyStep.Started] = [LedgerState.Waiting, LedgerState.Invited, LedgerState.Lapsed],
        [JourneyStep.NotDelivered] = [LedgerState.Waiting, LedgerState.Invited],
    };

    private static readonly Dictionary<JourneyEnd, LedgerState[]> Ends = new()
    {
        [JourneyEnd.Answered] = [LedgerState.Waiting, LedgerState.Invited, LedgerState.Started, LedgerState.Lapsed],
        [JourneyEnd.PartlyAnswered] = [LedgerState.Invited, LedgerState.Started],
        // From Started: the page was opened to answer, but nothing could be saved.
        [JourneyEnd.Expired] = [LedgerState.Waiting, LedgerState.Invited, LedgerState.Started],
        [JourneyEnd.OptedOut] = [LedgerState.Waiting, LedgerState.Invited, LedgerState.Started],
        [JourneyEnd.Cancelled] = [LedgerState.Waiting, LedgerState.Invited, LedgerState.Started],
        [JourneyEnd.Undeliverable] = [LedgerState.Waiting, LedgerState.Invited],
        [JourneyEnd.StoppedBeforeInvitation] = [LedgerState.Waiting],
        [JourneyEnd.Failed] = [LedgerState.Waiting, LedgerState.Invited, LedgerState.Started],
    };

    public static LedgerState StateOf(LedgerEntry entry) => entry switch
    {
        { End: JourneyEnd.Expired or JourneyEnd.PartlyAnswered or JourneyEnd.Failed } => LedgerState.Lapsed,
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
    /// <param name="channel">Of the message it is about.</param>
    public static LedgerEntry Apply(LedgerEntry entry, JourneyStep step, DateTimeOffset at, Channel? channel = null) =>
        !Allows(StateOf(entry), step) ? entry : step switch
        {
            JourneyStep.Invited => entry with { InvitedAt = entry.InvitedAt ?? at, Channel = channel ?? entry.Channel },
            JourneyStep.Delivered => entry with { DeliveredAt = entry.DeliveredAt ?? at },
            JourneyStep.Reminded => entry with { RemindedAt = entry.RemindedAt ?? at },
            JourneyStep.Started => entry with
            {
                StartedAt = entry.StartedAt ?? at,
                End = entry.End == JourneyEnd.Expired ? JourneyEnd.PartlyAnswered : entry.End,
            },
            JourneyStep.NotDelivered when channel is { } failed && !entry.FailedChannels.Contains(failed) =>
                entry with { FailedChannels = [.. entry.FailedChannels, failed] },
            _ => entry,
        };

    /// <summary>An invitation that went out, with the reminder it asks for. One that left while the journey was being ended stands in it all the same.</summary>
    public static LedgerEntry Invited(LedgerEntry entry, DateTimeOffset at, Channel channel, DateTimeOffset? remindAt) => entry switch
    {
        { End: JourneyEnd.Cancelled or JourneyEnd.OptedOut, InvitedAt: null } => entry with { InvitedAt = at, Channel = channel },
        _ when Allows(StateOf(entry), JourneyStep.Invited) => Apply(entry, JourneyStep.Invited, at, channel) with { RemindDueAt = remindAt },
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

    /// <summary>A failed journey that is taken up again: its next generation goes on where the last one stopped.</summary>
    public static LedgerEntry TakenUpAgain(LedgerEntry entry) => entry.End != JourneyEnd.Failed ? entry : entry with
    {
        End = null,
        EndedAt = null,
        Detail = null,
        Generation = entry.Generation + 1,
    };
}
