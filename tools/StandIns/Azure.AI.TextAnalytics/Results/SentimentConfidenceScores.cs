using System.Text.Json;

namespace Azure.AI.TextAnalytics;

/// <summary>How sure the service is of each mood, 0 to 1; together 1. Of targets and assessments there is no neutral.</summary>
public class SentimentConfidenceScores
{
    internal SentimentConfidenceScores(JsonElement json)
    {
        Positive = json.GetProperty("positive").GetDouble();
        Neutral = json.TryGetProperty("neutral", out var neutral) ? neutral.GetDouble() : 0;
        Negative = json.GetProperty("negative").GetDouble();
    }

    public double Positive { get; }

    public double Neutral { get; }

    public double Negative { get; }
}
