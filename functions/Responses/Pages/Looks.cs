using CxFunctions.Foundation.Pages;

namespace CxFunctions.Responses.Pages;

internal static class Looks
{
    /// <summary>The program's look where the link led to one.</summary>
    public static RespondentLook Of(SurveyVisit visit, string locale, string title) => visit switch
    {
        { Program: { } program, Invitation: { } invitation } => new(
            locale, title, "/s/" + invitation.Token, program.Brand.Name, program.Brand.Color, program.Brand.PrivacyUrl,
            visit.State == SurveyState.OptedOut ? null : $"/s/{invitation.Token}/stop"),

        // The path of an unknown link is not ours to repeat; an empty one leads to the same address.
        _ => new(locale, title, ""),
    };
}
