using Azure.AI.TextAnalytics;

namespace CxFunctions.Sentiment;

/// <summary>From the service's words to ours.</summary>
internal static class ReadingRules
{
    // What managers can take in, and what fits a row.
    private const int MostPhrases = 20;
    private const int MostOpinions = 20;

    public static DocumentReading With(DocumentReading reading, DocumentSentiment sentiment) => reading with
    {
        Sentiment = Word(sentiment.Sentiment),
        Positive = sentiment.ConfidenceScores.Positive,
        Neutral = sentiment.ConfidenceScores.Neutral,
        Negative = sentiment.ConfidenceScores.Negative,
        Opinions = [.. sentiment.Sentences
            .SelectMany(s => s.Opinions)
            .Select(o => new Opinion(o.Target.Text, Word(o.Target.Sentiment), [.. o.Assessments.Select(a => a.Text)]))
            .Where(o => !IsMasked(o.Target))
            .Take(MostOpinions)],
    };

    public static IReadOnlyList<string> Worth(IEnumerable<string> phrases) => [.. phrases.Where(p => !IsMasked(p)).Take(MostPhrases)];

    public static string Word(TextSentiment sentiment) => $"{sentiment}".ToLowerInvariant();

    private static bool IsMasked(string text) => text.Contains("**", StringComparison.Ordinal);
}
