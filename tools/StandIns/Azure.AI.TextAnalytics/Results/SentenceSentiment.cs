using System.Text.Json;

namespace Azure.AI.TextAnalytics;

/// <summary>The mood of a sentence and, where asked for, its opinions.</summary>
public readonly struct SentenceSentiment
{
    internal SentenceSentiment(JsonElement sentence, JsonElement results)
    {
        Sentiment = SentimentJson.Mood(sentence);
        ConfidenceScores = new(sentence.GetProperty("confidenceScores"));
        Text = sentence.GetProperty("text").GetString()!;
        Offset = sentence.GetProperty("offset").GetInt32();
        Length = sentence.GetProperty("length").GetInt32();
        Opinions = sentence.TryGetProperty("targets", out var targets)
            ? [.. targets.EnumerateArray().Select(target => new SentenceOpinion(target, results))]
            : [];
    }

    public TextSentiment Sentiment { get; }

    public string Text { get; }

    public SentimentConfidenceScores ConfidenceScores { get; }

    public IReadOnlyCollection<SentenceOpinion> Opinions { get; }

    public int Offset { get; }

    public int Length { get; }
}
