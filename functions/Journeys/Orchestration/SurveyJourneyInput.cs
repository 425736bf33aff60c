using CxFunctions.Messages;

namespace CxFunctions.Journeys.Orchestration;

/// <summary>Input of <see cref="SurveyJourney"/>: an id and instants, nothing of the person.</summary>
/// <param name="JourneyId">The ledger knows the rest under it.</param>
/// <param name="InviteAt">When the invitation is due.</param>
/// <param name="ExpiresAt">Nobody may start after this.</param>
/// <param name="Generation">See <see cref="LedgerEntry.Generation"/>.</param>
public sealed record SurveyJourneyInput(string JourneyId, DateTimeOffset InviteAt, DateTimeOffset ExpiresAt, int Generation = 0);

/// <summary>Input of the activities that take a journey's steps. What else they need they read where it is true: now, in the tables.</summary>
/// <param name="JourneyId">Whose time has come.</param>
/// <param name="DueAt">The time that has come; the journey has seen to it that it is not ahead, on whatever clock the activity runs.</param>
internal sealed record JourneyLook(string JourneyId, DateTimeOffset DueAt);

/// <summary>Outcome of those activities: what comes next, and when.</summary>
/// <param name="Step">What to do.</param>
/// <param name="At">Not before this; done at once where it is not ahead.</param>
/// <param name="End">How it ended, with <see cref="NextStep.Over"/>.</param>
internal sealed record JourneyNext(NextStep Step, DateTimeOffset At = default, JourneyEnd? End = null)
{
    public static JourneyNext Over(JourneyEnd end) => new(NextStep.Over, End: end);
}

internal enum NextStep
{
    Invite,
    Remind,
    Close,
    Over,
}

/// <summary>Input of activity <see cref="FailJourney"/>.</summary>
/// <param name="JourneyId">Which could not go on.</param>
/// <param name="Generation">Its failure says nothing of a later generation.</param>
/// <param name="Reason">Names of an activity and of an exception's type; never an exception's words, which may quote anything.</param>
internal sealed record JourneyFailure(string JourneyId, int Generation, string Reason);
