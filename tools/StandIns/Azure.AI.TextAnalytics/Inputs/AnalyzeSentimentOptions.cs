namespace Azure.AI.TextAnalytics;

/// <summary>What an analysis of sentiment may be asked.</summary>
public class AnalyzeSentimentOptions : TextAnalyticsRequestOptions
{
    public AnalyzeSentimentOptions()
    {
    }

    internal AnalyzeSentimentOptions(TextAnalyticsRequestOptions? options)
    {
        ModelVersion = options?.ModelVersion;
        DisableServiceLogs = options?.DisableServiceLogs;
    }

    /// <summary>True: what each sentence judges, and how.</summary>
    public bool? IncludeOpinionMining { get; set; }
}
