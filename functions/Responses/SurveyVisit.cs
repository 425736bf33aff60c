using CxFunctions.Catalog;
using CxFunctions.Invitations;
using CxFunctions.Messages;

namespace CxFunctions.Responses;

/// <summary>Somebody at the door with a token, and everything known about it.</summary>
public sealed record SurveyVisit(SurveyState State, SurveyInvitation? Invitation = null, SurveyProgram? Program = null, StoredResponse? Stored = null)
{
    public static readonly SurveyVisit Unknown = new(SurveyState.Unknown);

    public Questionnaire Questionnaire =>
        Program!.QuestionnaireOf(Program.FindTouchpoint(Invitation!.Touchpoint)!);

    public ResponseRef Ref => RefOf(Invitation!);

    public static ResponseRef RefOf(SurveyInvitation invitation) => new(invitation.ContactId, invitation.OccurredAt, invitation.JourneyId);
}

public enum SurveyState
{
    Unknown,
    Open,
    Answered,
    OptedOut,
    Expired,
}
