using System.Globalization;
using System.Text;
using CxFunctions.Catalog;

namespace CxFunctions.Responses;

/// <summary>Turns what was posted into a <see cref="Submission"/>. An empty answer is none: it never takes back an earlier one.</summary>
internal static class AnswerParser
{
    public static (Submission Submission, IReadOnlyList<AnswerError> Errors) Parse(Questionnaire questionnaire, IEnumerable<KeyValuePair<string, string>> answers)
    {
        var questions = questionnaire.Questions.ToDictionary(q => q.Id, StringComparer.Ordinal);
        var scores = new Dictionary<QuestionKind, int>();
        var verbatims = new Dictionary<string, string>(StringComparer.Ordinal);
        var errors = new List<AnswerError>();
        foreach (var (id, raw) in answers)
        {
            if (!questions.TryGetValue(id, out var question))
            {
                errors.Add(new(id, "is not a question of this survey"));
            }
            else if (Clean(raw) is not { Length: > 0 } text)
            {
                continue;
            }
            else if (question.Scale is { } scale)
            {
                if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var score) && scale.Holds(score))
                {
                    scores[question.Kind] = score;
                }
                else
                {
                    errors.Add(new(id, $"must be a whole number from {scale.Min} to {scale.Max}"));
                }
            }
            else if (text.Length > question.MaxLength)
            {
                errors.Add(new(id, $"has at most {question.MaxLength} characters"));
            }
            else
            {
                verbatims[id] = text;
            }
        }
        return (new(scores, verbatims), errors);
    }

    /// <summary>
    /// Trimmed, line ends as line feeds (forms send CR LF, scripts LF: the same words must stay the same), other control
    /// characters and lone surrogates dropped.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').EnumerateRunes())
        {
            if (rune.Value == '\n' || (!Rune.IsControl(rune) && rune != Rune.ReplacementChar))
            {
                clean.Append(rune.ToString());
            }
        }
        return clean.ToString().Trim();
    }
}
