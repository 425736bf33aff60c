using System.Globalization;
using System.Text;
using CxFunctions.Channels.Sms;
using CxFunctions.Messages;

namespace CxFunctions.Channels.Notices;

/// <summary>
/// A notice as an SMS: subject and link always, the lines as they fit (score and deadline do), and of the customer's words what there is room for.
/// </summary>
internal static class NoticeText
{
    public const int MaxSegments = 3;

    private const string CutOff = "...";

    public static string Sms(ManagerNotice notice)
    {
        for (var lines = notice.Lines.Count; lines > 0; lines--)
        {
            if (Fits(Join(notice, lines)))
            {
                return WithWords(notice, lines);
            }
        }
        return WithWords(notice, lines: 0);
    }

    /// <summary>As they are where all of them fit; else in plain letters where that shows more: one á makes every character twice as dear.</summary>
    private static string WithWords(ManagerNotice notice, int lines)
    {
        if (notice.Words is not { Length: > 0 } said)
        {
            return Join(notice, lines);
        }
        var words = OfTheAlphabet(said.ReplaceLineEndings(" "));
        var (asTheyAre, shown) = Fill(notice, lines, words);
        if (shown == words.Length)
        {
            return asTheyAre;
        }
        var (plain, more) = Fill(notice, lines, PlainLetters(words));
        return more > shown ? plain : asTheyAre;
    }

    /// <summary>Cut between what a person sees as characters, never within one.</summary>
    private static (string Text, int Shown) Fill(ManagerNotice notice, int lines, string words)
    {
        if (words.Length == 0)
        {
            return (Join(notice, lines), 0);
        }
        if (Join(notice, lines, $"\"{words}\"") is var whole && Fits(whole))
        {
            return (whole, words.Length);
        }
        var starts = StringInfo.ParseCombiningCharacters(words);
        var (few, many) = (0, starts.Length);
        while (many - few > 1)
        {
            var half = (few + many) / 2;
            (few, many) = Fits(Join(notice, lines, Cut(half))) ? (half, many) : (few, half);
        }
        return few == 0 ? (Join(notice, lines), 0) : (Join(notice, lines, Cut(few)), starts[few]);

        string Cut(int characters) => $"\"{words[..starts[characters]].TrimEnd()}{CutOff}\"";
    }

    /// <summary>Letters that the 7-bit alphabet lacks without their marks; what then still has no place in it, pictures for instance, is left out.</summary>
    private static string PlainLetters(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var letter = rune.ToString();
            letter = SmsSegments.Of(letter).IsGsm ? letter : new string([.. letter.Normalize(NormalizationForm.FormD).Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)]);
            plain.Append(SmsSegments.Of(letter).IsGsm ? letter : "");
        }
        return plain.ToString().Trim();
    }

    private static bool Fits(string text) => SmsSegments.Of(text).Count <= MaxSegments;

    private static string Join(ManagerNotice notice, int lines, params IEnumerable<string> words) =>
        string.Join('\n', [.. notice.Lines.Take(lines).Prepend(notice.Subject).Select(OfTheAlphabet), .. words, notice.Link.ToString()]);

    /// <summary>Typographic signs as the plain ones: a single curled quote would more than halve what fits. Letters stay what they are.</summary>
    private static string OfTheAlphabet(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c switch
            {
                '“' or '”' or '„' or '«' or '»' or '″' => plain.Append('"'),
                '‘' or '’' or '‚' or '´' or '`' or '′' => plain.Append('\''),
                '…' => plain.Append(CutOff),
                '·' or '•' => plain.Append('-'),
                _ when char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation => plain.Append('-'),
                _ when char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator => plain.Append(' '),
                // Joins what belongs together in other scripts and in pictures of people.
                _ when char.GetUnicodeCategory(c) == UnicodeCategory.Format && c is not ('\u200C' or '\u200D') => plain,
                _ => plain.Append(c),
            };
        }
        return plain.ToString();
    }
}
