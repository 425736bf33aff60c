using System.Globalization;
using System.Text;
using CxFunctions.Catalog;

namespace CxFunctions.Responses;

/// <summary>Turns what was posted into a <see cref="Submission"/>. An empty answer is none: it never takes back an earlier one.</summary>
internal static class AnswerParser
{
    private const int MostUnitsOfACharacter = 12;

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
            else if (IsTooLong(text, question.MaxLength))
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
    /// By the most generous browser: some count what a person sees as one character once, of however many code points it is made. No character
    /// that anybody writes has more than a few.
    /// </summary>
    private static bool IsTooLong(string text, int limit) => text.Length > limit && (text.Length > limit * MostUnitsOfACharacter || new StringInfo(text).LengthInTextElements > limit);

    /// <summary>
    /// Trimmed, line ends as line feeds (forms send CR LF, scripts LF: the same words must stay the same), other control
    /// characters and lone surrogates dropped. Nothing, where nothing of it can be seen.
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
        var trimmed = clean.ToString().Trim();
        return trimmed.EnumerateRunes().All(IsUnseen) ? "" : trimmed;
    }

    /// <summary>Spaces, format characters, and letters that are drawn as nothing: fillers of Hangul, the empty pattern of braille.</summary>
    private static bool IsUnseen(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
        || rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800;
}
