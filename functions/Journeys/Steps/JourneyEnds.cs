using CxFunctions.Journeys.Ledger;
using CxFunctions.Messages;

namespace CxFunctions.Journeys.Steps;

/// <summary>What ends a journey, and as what.</summary>
internal static class JourneyEnds
{
    /// <summary>The end that a signal means; null where the journey goes on.</summary>
    public static JourneyEnd? Of(JourneySignalKind kind) => kind switch
    {
        JourneySignalKind.Answered => JourneyEnd.Answered,
        JourneySignalKind.OptedOut => JourneyEnd.OptedOut,
        JourneySignalKind.Cancelled => JourneyEnd.Cancelled,
        _ => null,
    };

    /// <summary>The end that a deadline brings; null where a started survey still has its grace.</summary>
    /// <param name="answer">What stands in the answers.</param>
    /// <param name="isClosed">Whether the grace is over too.</param>
    public static JourneyEnd? AtDeadline(AnswerState answer, bool isClosed) => (answer, isClosed) switch
    {
        (AnswerState.Answered, _) => JourneyEnd.Answered,
        (AnswerState.None, _) => JourneyEnd.Expired,
        (AnswerState.Started, true) => JourneyEnd.PartlyAnswered,
        _ => null,
    };

    /// <summary>The end where live state spoke against a message. A contact that some channel was tried on was not reached by it.</summary>
    public static JourneyEnd WhenStopped(LedgerReason reason, bool hasFailedChannels) => (reason, hasFailedChannels) switch
    {
        (LedgerReason.Cancelled, _) => JourneyEnd.Cancelled,
        (LedgerReason.Suppressed, true) => JourneyEnd.OptedOut,
        (_, true) => JourneyEnd.Undeliverable,
        _ => JourneyEnd.StoppedBeforeInvitation,
    };

    /// <summary>Whether the contact is free for the next survey at once: nobody was written to, or nobody was reached.</summary>
    public static bool LeavesFree(LedgerEntry ended) => ended switch
    {
        { End: JourneyEnd.Undeliverable or JourneyEnd.StoppedBeforeInvitation } => true,
        { End: JourneyEnd.Cancelled or JourneyEnd.Failed, InvitedAt: null, StartedAt: null } => true,
        _ => false,
    };
}
