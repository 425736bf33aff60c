using CxFunctions.Journeys.Ledger;
using CxFunctions.Messages;

namespace CxFunctions.Journeys.Orchestration;

/// <summary>
/// What a journey has to do next, by its ledger entry alone: so whoever asks again, late, or after a crash gets the right answer, and nothing
/// that an event brought needs to be remembered anywhere else.
/// </summary>
internal static class NextStepRules
{
    /// <param name="entry">As it stands.</param>
    /// <param name="closesAt">Who started in time may finish until this.</param>
    public static JourneyNext NextOf(LedgerEntry entry, DateTimeOffset closesAt) => entry switch
    {
        { End: { } end } => JourneyNext.Over(end),
        { Reason: not LedgerReason.Eligible } => JourneyNext.Over(JourneyEnd.StoppedBeforeInvitation),
        { CancelledAt: { } at } => new(NextStep.Close, at),
        { StartedAt: not null } => new(NextStep.Close, closesAt),
        { InvitedAt: null } or { Channel: null } => new(NextStep.Invite, entry.InviteDueAt ?? entry.ReceivedAt),
        { Channel: { } channel } when entry.FailedChannels.Contains(channel) => new(NextStep.Invite, entry.InviteDueAt ?? entry.ReceivedAt),
        { RemindedAt: null, RemindDueAt: { } at } => new(NextStep.Remind, at),
        _ => new(NextStep.Close, entry.ExpiresAt ?? closesAt),
    };
}
