namespace Azure.AI.TextAnalytics;

/// <summary>A text whose language is asked for, with the country it likely comes from.</summary>
public class DetectLanguageInput : TextAnalyticsInput
{
    /// <summary>The hint that says there is none.</summary>
    public const string None = "";

    public DetectLanguageInput(string id, string text)
        : base(id, text)
    {
    }

    /// <summary>ISO 3166-1 alpha-2, such as <c>pe</c>; none given: the client's default.</summary>
    public string? CountryHint { get; set; }
}
