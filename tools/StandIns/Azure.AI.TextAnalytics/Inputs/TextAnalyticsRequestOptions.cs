namespace Azure.AI.TextAnalytics;

/// <summary>What every analysis may be asked.</summary>
public class TextAnalyticsRequestOptions
{
    public TextAnalyticsRequestOptions()
    {
    }

    /// <summary>None given: the newest.</summary>
    public string? ModelVersion { get; set; }

    /// <summary>True: the service keeps no copy of the texts for its own investigations.</summary>
    public bool? DisableServiceLogs { get; set; }
}
