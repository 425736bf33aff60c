using System.Collections.ObjectModel;
using System.Text.Json;

namespace Azure.AI.TextAnalytics;

/// <summary>The sentiment of one text, or its error.</summary>
public class AnalyzeSentimentResult : TextAnalyticsResult
{
    private readonly DocumentSentiment? _sentiment;

    internal AnalyzeSentimentResult(JsonElement document, JsonElement results)
        : base(document) =>
        _sentiment = HasError ? null : new(document, results);

    public DocumentSentiment DocumentSentiment => Analysed(_sentiment);
}

/// <summary>The results of a batch, in the order of its texts.</summary>
public class AnalyzeSentimentResultCollection : ReadOnlyCollection<AnalyzeSentimentResult>
{
    internal AnalyzeSentimentResultCollection(IList<AnalyzeSentimentResult> results, string modelVersion)
        : base(results) =>
        ModelVersion = modelVersion;

    public string ModelVersion { get; }
}
