namespace Azure.AI.TextAnalytics;

/// <summary>The mood of a text; mixed where both moods are in it.</summary>
public enum TextSentiment
{
    Positive = 0,
    Neutral = 1,
    Negative = 2,
    Mixed = 3,
}
