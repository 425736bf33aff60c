using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CxFunctions.Channels.Wishes;

/// <summary>
/// A text as its plain words: lower case, without accents, emoji, quotes and what can't be seen; full-width and ornamental letters as
/// ordinary ones; letters written apart (S T O P) or drawn out (stoooop) together. Cut into clauses, because what stands alone means more.
/// </summary>
internal static partial class PlainWords
{
    /// <summary>Of a longer text the beginning: four segments of an SMS.</summary>
    private const int Longest = 640;

    private const string Apostrophes = "'’‘`´ʼ′";
    private const string Hyphens = "-‐‑";
    private const string Ends = ".!?;,…¡¿()[]{}\"“”„«»—–|~\n\r。！？";

    /// <summary>Clauses that hold a word or a number, in order.</summary>
    public static IReadOnlyList<PlainClause> Of(string text)
    {
        var visible = Together(Visible(string.Concat((text.Length > Longest ? text[..Longest] : text).Where(c => !Apostrophes.Contains(c, StringComparison.Ordinal)))));
        var clauses = new List<PlainClause>();
        foreach (Match part in Clause().Matches(visible))
        {
            var words = Words(part.Value);
            if (words.Length > 0)
            {
                clauses.Add(new PlainClause(string.Join(' ', words.Select(Plain)), IsSigned(visible, part.Index, words)));
            }
        }
        return clauses;
    }

    /// <summary>Letters, digits, spaces, ends of clauses, and hyphens inside words; compatibility forms (full-width, bold, circled) as what they stand for.</summary>
    private static string Visible(string text)
    {
        var (form, seen) = (Compatible(text), new StringBuilder(text.Length));
        for (var i = 0; i < form.Length; i++)
        {
            var c = form[i];
            if (char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
            {
                continue;
            }
            var isHyphen = Hyphens.Contains(c, StringComparison.Ordinal);
            if (isHyphen && i > 0 && i + 1 < form.Length && char.IsLetter(form[i - 1]) && char.IsLetter(form[i + 1]))
            {
                continue; // opt-out, non-stop
            }
            seen.Append(isHyphen ? '~' : char.IsLetterOrDigit(c) || Ends.Contains(c, StringComparison.Ordinal) ? c : ' ');
        }
        return seen.ToString();
    }

    private static string Compatible(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            return text; // Half of a character, cut off on the way: the rest can be read.
        }
    }

    private static string Together(string text) => Apart().Replace(text, letters => string.Concat(letters.Value.Where(char.IsLetter)));

    private static string[] Words(string clause) => DigitsBehind().Replace(clause, "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Plain(string word)
    {
        var lower = DrawnOut().Replace(word.ToLowerInvariant(), "$1");
        return lower.Any(char.IsLetter) ? string.Concat(lower.Select(Letter)) : lower;
    }

    /// <summary>ST0P, B4JA.</summary>
    private static char Letter(char c) => c switch
    {
        '0' => 'o',
        '1' => 'i',
        '3' => 'e',
        '4' => 'a',
        '5' => 's',
        '7' => 't',
        _ => c,
    };

    /// <summary>A few capitalised words on a line of their own or behind a dash.</summary>
    private static bool IsSigned(string text, int start, string[] words)
    {
        var before = text.AsSpan(0, start).TrimEnd(' ');
        return words.Length <= 4 && before.Length > 0 && before[^1] is '\n' or '\r' or '~' or '—' or '–' && words.All(word => char.IsUpper(word[0]));
    }

    [GeneratedRegex(@"[^.!?;,…¡¿()\[\]{}""“”„«»—–|~\n\r。！？]+")]
    private static partial Regex Clause();

    /// <summary>Single letters with the same kind of gap between them.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}])\p{L}(?:[\s.,~]{1,3}\p{L}){2,}(?![\p{L}\p{N}])")]
    private static partial Regex Apart();

    /// <summary>Digits at the end of a word (STOP1) are a slip; within one they are letters.</summary>
    [GeneratedRegex(@"(?<=\p{L})[0-9]+(?![\p{L}\p{N}])")]
    private static partial Regex DigitsBehind();

    [GeneratedRegex(@"(\p{L})\1{2,}")]
    private static partial Regex DrawnOut();
}

/// <param name="Text">Words, one space between two.</param>
/// <param name="IsSigned">Whether it looks like the name below a letter.</param>
internal sealed record PlainClause(string Text, bool IsSigned);
