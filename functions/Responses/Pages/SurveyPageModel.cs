using System.Globalization;
using CxFunctions.Catalog;

namespace CxFunctions.Responses.Pages;

/// <summary>The open survey as it is shown: what was given before, what is wrong with it.</summary>
public sealed record SurveyPageModel(SurveyVisit Visit, string Locale)
{
    /// <summary>By question id, as typed or chosen.</summary>
    public IReadOnlyDictionary<string, string> Given { get; init; } = new Dictionary<string, string>();

    /// <summary>By question id, in the respondent's words.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();

    public bool NotSaved { get; init; }

    public string Path => "/s/" + Visit.Invitation!.Token;

    public SurveyWords Words => SurveyWords.In(Locale);

    /// <summary>Whether the words of this question are saved, though never shown again.</summary>
    public bool KeepsWordsOf(Question question) => Visit.Stored?.VerbatimPrints.ContainsKey(question.Id) == true;

    public bool IsChosen(Question question, int value) =>
        Given.TryGetValue(question.Id, out var given)
            ? given == value.ToString(CultureInfo.InvariantCulture)
            : Visit.Stored?.Scores.TryGetValue(question.Kind, out var stored) == true && stored == value;

    /// <summary>Where the error summary leads: the field itself, or the first choice of a scale.</summary>
    public static string AnchorOf(Question question) =>
        question.Scale is { } scale ? FormattableString.Invariant($"{FieldOf(question)}-{scale.Min}") : FieldOf(question);

    /// <summary>Name of the form field. The prefix keeps question ids apart from our own fields.</summary>
    public static string FieldOf(Question question) => SurveyForm.AnswerPrefix + question.Id;
}
