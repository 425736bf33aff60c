using System.Text.Json;

namespace Azure.AI.TextAnalytics;

/// <summary>What a sentence judges, such as "queue".</summary>
public readonly struct TargetSentiment
{
    internal TargetSentiment(JsonElement json)
    {
        Sentiment = SentimentJson.Mood(json);
        ConfidenceScores = new(json.GetProperty("confidenceScores"));
        Text = json.GetProperty("text").GetString()!;
        Offset = json.GetProperty("offset").GetInt32();
        Length = json.GetProperty("length").GetInt32();
    }

    public TextSentiment Sentiment { get; }

    public SentimentConfidenceScores ConfidenceScores { get; }

    public string Text { get; }

    public int Offset { get; }

    public int Length { get; }
}
