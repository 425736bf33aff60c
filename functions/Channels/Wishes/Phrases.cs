using System.Text.RegularExpressions;

namespace CxFunctions.Channels.Wishes;

/// <summary>Many patterns as one. They take linear time whatever somebody writes, and so may only be of a certain size: a few expressions instead of one.</summary>
internal sealed class Phrases
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
    private const int LargestPart = 2000;
    private const int LongestPhrase = 8;

    private readonly IReadOnlyList<Regex> _parts;
    private readonly bool _isRow;

    private Phrases(IEnumerable<string> patterns, string frame, bool isRow = false)
    {
        _parts = [.. Parts(patterns).Select(part => new Regex(frame.Replace("?", $"(?:{part})", StringComparison.Ordinal), Linear))];
        _isRow = isRow;
    }

    /// <summary>One of the patterns, anywhere between words.</summary>
    public static Phrases Within(IEnumerable<string> patterns) => new(patterns, @"\b?\b");

    /// <summary>One of the patterns and nothing else.</summary>
    public static Phrases Whole(IEnumerable<string> patterns) => new(patterns, "^?$");

    /// <summary>One or more of the patterns, one behind the other, and nothing else.</summary>
    public static Phrases Row(IEnumerable<string> patterns) => new(patterns, "^?$", isRow: true);

    public bool Match(string text) => _isRow ? MatchRow(text.Split(' ')) : _parts.Any(part => part.IsMatch(text));

    public IEnumerable<Match> In(string text) => _parts.SelectMany(part => part.Matches(text));

    public string Replace(string text, string by) => _parts.Aggregate(text, (t, part) => part.Replace(t, by));

    private bool MatchRow(string[] words)
    {
        var reached = new bool[words.Length + 1];
        reached[0] = true;
        for (var from = 0; from < words.Length; from++)
        {
            for (var to = from + 1; reached[from] && to <= Math.Min(words.Length, from + LongestPhrase); to++)
            {
                reached[to] = reached[to] || _parts.Any(part => part.IsMatch(string.Join(' ', words[from..to])));
            }
        }
        return reached[^1];
    }

    /// <summary>Longer patterns first, so that of two that begin alike the one that says more is found.</summary>
    private static IEnumerable<string> Parts(IEnumerable<string> patterns)
    {
        var part = new List<string>();
        foreach (var pattern in patterns.Distinct().OrderByDescending(p => p.Length))
        {
            if (part.Count > 0 && part.Sum(p => p.Length) + pattern.Length > LargestPart)
            {
                yield return string.Join('|', part);
                part.Clear();
            }
            part.Add(pattern);
        }
        yield return string.Join('|', part);
    }
}
