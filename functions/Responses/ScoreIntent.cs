using System.Globalization;

namespace CxFunctions.Responses;

/// <summary>
/// The score that an e-mail's button carries in its link. Only an intent: it preselects on the page and becomes an answer
/// when the person sends it off.
/// </summary>
internal static class ScoreIntent
{
    public static IReadOnlyDictionary<string, string> Of(string? score, SurveyVisit visit)
    {
        var first = visit.Questionnaire.Questions[0];
        return int.TryParse(score, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && first.Scale!.Holds(value)
            ? new Dictionary<string, string> { [first.Id] = value.ToString(CultureInfo.InvariantCulture) }
            : new Dictionary<string, string>();
    }
}
