using System.Text.Json;

namespace Azure.AI.TextAnalytics;

/// <summary>A word of judgement, such as "slow" or, negated, "not slow".</summary>
public readonly struct AssessmentSentiment
{
    internal AssessmentSentiment(JsonElement json)
    {
        Sentiment = SentimentJson.Mood(json);
        ConfidenceScores = new(json.GetProperty("confidenceScores"));
        IsNegated = json.GetProperty("isNegated").GetBoolean();
        Text = json.GetProperty("text").GetString()!;
        Offset = json.GetProperty("offset").GetInt32();
        Length = json.GetProperty("length").GetInt32();
    }

    public TextSentiment Sentiment { get; }

    public SentimentConfidenceScores ConfidenceScores { get; }

    public bool IsNegated { get; }

    public string Text { get; }

    public int Offset { get; }

    public int Length { get; }
}
