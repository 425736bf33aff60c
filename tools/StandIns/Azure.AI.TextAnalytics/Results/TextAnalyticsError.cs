using System.Text.Json;

namespace Azure.AI.TextAnalytics;

/// <summary>Why a text, or the whole request, was not analysed. Of nested causes the inner one, which says most.</summary>
public readonly struct TextAnalyticsError
{
    internal TextAnalyticsError(JsonElement error)
    {
        var cause = error.TryGetProperty("innererror", out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : error;
        ErrorCode = cause.GetProperty("code").GetString()!;
        Message = Text(cause, "message") ?? Text(error, "message");
        Target = Text(cause, "target");
    }

    public TextAnalyticsErrorCode ErrorCode { get; }

    public string? Message { get; }

    public string? Target { get; }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
