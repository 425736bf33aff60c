namespace Azure.AI.TextAnalytics;

/// <summary>One text of a batch, under an id of the caller's that its result bears too.</summary>
public class TextAnalyticsInput
{
    internal TextAnalyticsInput(string id, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(text);
        Id = id;
        Text = text;
    }

    public string Id { get; }

    /// <summary>At most 5,120 text elements.</summary>
    public string Text { get; }
}
