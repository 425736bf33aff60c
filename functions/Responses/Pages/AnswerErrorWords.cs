using System.Globalization;
using CxFunctions.Catalog;

namespace CxFunctions.Responses.Pages;

/// <summary>Errors in the respondent's language, by question id. Those that name no question of the page have no place on it.</summary>
internal static class AnswerErrorWords
{
    public static Dictionary<string, string> Of(Questionnaire questionnaire, IReadOnlyList<AnswerError> errors, SurveyWords words)
    {
        var wrong = errors.Select(e => e.QuestionId).ToHashSet(StringComparer.Ordinal);
        var shown = questionnaire.Questions.Where(q => wrong.Contains(q.Id)).ToList();
        if (shown.Count == 0)
        {
            // All of it together is too long: said at every text.
            shown = [.. questionnaire.Questions.Where(q => q.Scale is null)];
        }
        return shown.ToDictionary(q => q.Id, q => q.Scale is null ? string.Format(CultureInfo.InvariantCulture, words.TooLong, q.MaxLength) : words.NotOnScale);
    }
}
