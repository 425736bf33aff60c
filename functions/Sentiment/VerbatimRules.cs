namespace CxFunctions.Sentiment;

public static class VerbatimRules
{
    /// <summary>
    /// Two readings of one answer as one, whatever order they came in: the newer revision speaks for the answer, but an empty field takes
    /// nothing back, so each question keeps the newest words that were given to it, read as far as they ever were.
    /// </summary>
    /// <returns><paramref name="stored"/> itself where the other adds nothing.</returns>
    public static AnalyzedResponse Merge(AnalyzedResponse stored, AnalyzedResponse other)
    {
        var newest = other.Revision > stored.Revision ? other : stored;
        var words = stored.Verbatims.Concat(other.Verbatims)
            .GroupBy(v => v.QuestionId, StringComparer.Ordinal)
            .Select(same => same.MaxBy(v => (v.Revision, v.State))!)
            .OrderBy(v => v.QuestionId, StringComparer.Ordinal)
            .ToList();
        return ReferenceEquals(newest, stored) && words.SequenceEqual(stored.Verbatims, ReferenceEqualityComparer.Instance)
            ? stored
            : newest with { Verbatims = words, State = StateOf(words) };
    }

    /// <summary>Whether what is stored already says all of this, or something newer in its place.</summary>
    public static bool Holds(AnalyzedResponse stored, AnalyzedResponse other) =>
        stored.Revision >= other.Revision
        && other.Verbatims.All(words => stored.Verbatims.Any(v => v.QuestionId == words.QuestionId && v.Revision >= words.Revision));

    /// <summary>An answer is as far as the words that are least far.</summary>
    public static AnalysisState StateOf(IEnumerable<VerbatimReading> words) => words.Select(v => v.State).DefaultIfEmpty(AnalysisState.Done).Min();
}
