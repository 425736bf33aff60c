using System.Collections.ObjectModel;
using System.Text.Json;

namespace Azure.AI.TextAnalytics;

/// <summary>The language of one text, or its error.</summary>
public class DetectLanguageResult : TextAnalyticsResult
{
    private readonly DetectedLanguage _primaryLanguage;

    internal DetectLanguageResult(JsonElement document)
        : base(document)
    {
        if (!HasError)
        {
            _primaryLanguage = new(document);
        }
    }

    public DetectedLanguage PrimaryLanguage => Analysed(_primaryLanguage);
}

/// <summary>A language and how sure the service is of it, 0 to 1; <c>(Unknown)</c> where it cannot tell.</summary>
public readonly struct DetectedLanguage
{
    internal DetectedLanguage(JsonElement document)
    {
        var language = document.GetProperty("detectedLanguage");
        Name = language.GetProperty("name").GetString()!;
        Iso6391Name = language.GetProperty("iso6391Name").GetString()!;
        ConfidenceScore = language.GetProperty("confidenceScore").GetDouble();
        Warnings = TextAnalyticsWarning.Of(document);
    }

    public string Name { get; }

    public string Iso6391Name { get; }

    public double ConfidenceScore { get; }

    public IReadOnlyCollection<TextAnalyticsWarning> Warnings { get; }
}

/// <summary>The results of a batch, in the order of its texts.</summary>
public class DetectLanguageResultCollection : ReadOnlyCollection<DetectLanguageResult>
{
    internal DetectLanguageResultCollection(IList<DetectLanguageResult> results, string modelVersion)
        : base(results) =>
        ModelVersion = modelVersion;

    public string ModelVersion { get; }
}
