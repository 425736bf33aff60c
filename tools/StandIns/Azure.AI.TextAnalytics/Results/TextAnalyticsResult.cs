using System.Text.Json;

namespace Azure.AI.TextAnalytics;

/// <summary>What became of one text: its analysis, or its error.</summary>
public class TextAnalyticsResult
{
    internal TextAnalyticsResult(JsonElement document)
    {
        Id = document.GetProperty("id").GetString()!;
        if (document.TryGetProperty("error", out var error))
        {
            Error = new(error);
            HasError = true;
        }
    }

    public string Id { get; }

    public TextAnalyticsError Error { get; }

    /// <summary>True: the text was not analysed, and to ask for its analysis throws.</summary>
    public bool HasError { get; }

    private protected T Analysed<T>(T? value) => HasError
        ? throw new InvalidOperationException($"Cannot access result for document {Id}, due to error {Error.ErrorCode}: {Error.Message}")
        : value!;
}
