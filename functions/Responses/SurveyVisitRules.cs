using CxFunctions.Invitations;

namespace CxFunctions.Responses;

/// <summary>What a link is worth at a moment.</summary>
internal static class SurveyVisitRules
{
    /// <param name="invitation">Behind the token.</param>
    /// <param name="stored">What was saved so far; being there at all proves that it was started in time.</param>
    /// <param name="suppressed">Whether the contact said stop.</param>
    /// <param name="now">UTC.</param>
    public static SurveyState StateOf(SurveyInvitation invitation, StoredResponse? stored, bool suppressed, DateTimeOffset now) => stored switch
    {
        { Complete: true } => SurveyState.Answered,
        _ when suppressed => SurveyState.OptedOut,
        null when now >= invitation.ExpiresAt => SurveyState.Expired,
        _ when now >= invitation.ClosesAt => SurveyState.Expired,
        _ => SurveyState.Open,
    };
}
