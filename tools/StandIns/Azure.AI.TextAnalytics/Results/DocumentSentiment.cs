using System.Text.Json;

namespace Azure.AI.TextAnalytics;

/// <summary>The mood of a text and of its sentences.</summary>
public class DocumentSentiment
{
    internal DocumentSentiment(JsonElement document, JsonElement results)
    {
        Sentiment = SentimentJson.Mood(document);
        ConfidenceScores = new(document.GetProperty("confidenceScores"));
        Sentences = [.. document.GetProperty("sentences").EnumerateArray().Select(sentence => new SentenceSentiment(sentence, results))];
        Warnings = TextAnalyticsWarning.Of(document);
    }

    public TextSentiment Sentiment { get; }

    public SentimentConfidenceScores ConfidenceScores { get; }

    public IReadOnlyCollection<SentenceSentiment> Sentences { get; }

    public IReadOnlyCollection<TextAnalyticsWarning> Warnings { get; }
}
