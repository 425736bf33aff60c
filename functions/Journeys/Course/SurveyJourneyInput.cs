using CxFunctions.Catalog;

namespace CxFunctions.Journeys;

/// <summary>Input of <see cref="SurveyJourney"/>: an id and instants, nothing of the person.</summary>
/// <param name="JourneyId">The instance's own id; the ledger knows the rest under it.</param>
/// <param name="InviteAt">When the invitation is due.</param>
/// <param name="ExpiresAt">Nobody may start after this.</param>
/// <param name="ClosesAt">Who started in time may finish until this.</param>
public sealed record SurveyJourneyInput(string JourneyId, DateTimeOffset InviteAt, DateTimeOffset ExpiresAt, DateTimeOffset ClosesAt);

/// <summary>Input of activity <see cref="DecideInvitation"/>.</summary>
/// <param name="JourneyId">Whose time has come.</param>
/// <param name="Failed">Channels that did not reach the contact.</param>
internal sealed record InvitationQuestion(string JourneyId, IReadOnlyList<Channel> Failed);

/// <summary>Input of activity <see cref="PrepareInvitation"/>.</summary>
internal sealed record InvitationOrder(string JourneyId, Channel Channel, DateTimeOffset At);

/// <summary>A link that is ready to be sent.</summary>
/// <param name="Token">See <see cref="Foundation.LinkToken"/>.</param>
/// <param name="RemindAt">When the reminder is due if the link is sent now; null for none.</param>
internal sealed record PreparedInvitation(string Token, DateTimeOffset? RemindAt);

/// <summary>Input of activity <see cref="RecordProgress"/>.</summary>
internal sealed record JourneyProgress(string JourneyId, JourneyStep Step, DateTimeOffset At, Channel? Channel = null);

internal enum JourneyStep
{
    Invited,
    Delivered,
    Reminded,
    Started,
}

/// <summary>Input of activity <see cref="EndJourney"/>.</summary>
internal sealed record JourneyEnding(string JourneyId, JourneyEnd End, DateTimeOffset At, LedgerReason? Reason = null, string? Detail = null);
