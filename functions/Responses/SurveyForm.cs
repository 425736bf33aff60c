namespace CxFunctions.Responses;

/// <summary>Names of the survey form's fields: what the page writes and the endpoint reads.</summary>
internal static class SurveyForm
{
    public const string AnswerPrefix = "a-";

    public const string Language = "lang";
}
