using System.Text.RegularExpressions;

namespace CxFunctions.Sandbox.Language.Text;

/// <summary>A sentence by its place: start and length in UTF-16 units, blanks around it left out.</summary>
internal readonly record struct Sentence(int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>Splits at full stops, exclamation and question marks and line ends, but not after titles, in numbers or addresses.</summary>
internal static partial class SentenceSplitter
{
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "sr", "sra", "srta", "sres", "dr", "dra", "d", "ud", "uds", "vd", "av", "no", "nro", "núm", "tel", "aprox", "etc", "mr", "mrs", "ms", "prof", "st", "vs", "e.g", "i.e", "a.m", "p.m", "s.a",
    };

    public static IReadOnlyList<Sentence> Split(string text)
    {
        var sentences = new List<Sentence>();
        var start = 0;
        foreach (Match end in Ends().Matches(text))
        {
            if (!AfterAbbreviation(text, end))
            {
                Add(text, start, end.Index + end.Length, sentences);
                start = end.Index + end.Length;
            }
        }

        Add(text, start, text.Length, sentences);
        return sentences;
    }

    private static bool AfterAbbreviation(string text, Match end)
    {
        if (end.Value.TrimEnd() != ".")
        {
            return false;
        }

        var word = end.Index;
        while (word > 0 && (char.IsLetter(text[word - 1]) || text[word - 1] == '.'))
        {
            word--;
        }

        var before = text[word..end.Index];
        return Abbreviations.Contains(before) && !before.Equals("no", StringComparison.Ordinal);
    }

    private static void Add(string text, int start, int end, List<Sentence> sentences)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            sentences.Add(new(start, end - start));
        }
    }

    [GeneratedRegex(@"(?:[.!?…]+[""'”»)]*(?=\s|$)|\r?\n)+")]
    private static partial Regex Ends();
}
