using System.Text.Json;

namespace Azure.AI.TextAnalytics;

/// <summary>What the service says of a text that it analysed all the same.</summary>
public readonly struct TextAnalyticsWarning
{
    internal TextAnalyticsWarning(JsonElement json)
    {
        WarningCode = json.GetProperty("code").GetString()!;
        Message = json.GetProperty("message").GetString()!;
    }

    public TextAnalyticsWarningCode WarningCode { get; }

    public string Message { get; }

    internal static TextAnalyticsWarning[] Of(JsonElement document) =>
        document.TryGetProperty("warnings", out var warnings)
            ? [.. warnings.EnumerateArray().Select(warning => new TextAnalyticsWarning(warning))]
            : [];
}
