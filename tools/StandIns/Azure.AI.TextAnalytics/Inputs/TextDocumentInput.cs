namespace Azure.AI.TextAnalytics;

/// <summary>A text in a language; none given: the client's default.</summary>
public class TextDocumentInput : TextAnalyticsInput
{
    public TextDocumentInput(string id, string text)
        : base(id, text)
    {
    }

    /// <summary>ISO 639-1, such as <c>es</c>.</summary>
    public string? Language { get; set; }
}
