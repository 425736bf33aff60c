using System.Globalization;
using System.Text.Json;

namespace Azure.AI.TextAnalytics;

/// <summary>Moods and references as the service writes them.</summary>
internal static class SentimentJson
{
    public static TextSentiment Mood(JsonElement json) => json.GetProperty("sentiment").GetString() switch
    {
        "positive" => TextSentiment.Positive,
        "neutral" => TextSentiment.Neutral,
        "negative" => TextSentiment.Negative,
        "mixed" => TextSentiment.Mixed,
        var other => throw new ArgumentOutOfRangeException(nameof(json), other, "Unknown sentiment value."),
    };

    /// <summary>Follows a JSON pointer, such as <c>#/documents/0/sentences/0/assessments/0</c>, into the results.</summary>
    public static JsonElement Resolve(JsonElement results, string pointer)
    {
        foreach (var step in pointer.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            results = results.ValueKind == JsonValueKind.Array
                ? results[int.Parse(step, CultureInfo.InvariantCulture)]
                : results.GetProperty(step);
        }
        return results;
    }
}
