using System.Collections.ObjectModel;
using System.Text.Json;

namespace Azure.AI.TextAnalytics;

/// <summary>The key phrases of one text, or its error.</summary>
public class ExtractKeyPhrasesResult : TextAnalyticsResult
{
    private readonly KeyPhraseCollection? _keyPhrases;

    internal ExtractKeyPhrasesResult(JsonElement document)
        : base(document) =>
        _keyPhrases = HasError ? null : new(document);

    public KeyPhraseCollection KeyPhrases => Analysed(_keyPhrases);
}

/// <summary>The main points of a text, in its own words.</summary>
public class KeyPhraseCollection : ReadOnlyCollection<string>
{
    internal KeyPhraseCollection(JsonElement document)
        : base([.. document.GetProperty("keyPhrases").EnumerateArray().Select(phrase => phrase.GetString()!)]) =>
        Warnings = TextAnalyticsWarning.Of(document);

    public IReadOnlyCollection<TextAnalyticsWarning> Warnings { get; }
}

/// <summary>The results of a batch, in the order of its texts.</summary>
public class ExtractKeyPhrasesResultCollection : ReadOnlyCollection<ExtractKeyPhrasesResult>
{
    internal ExtractKeyPhrasesResultCollection(IList<ExtractKeyPhrasesResult> results, string modelVersion)
        : base(results) =>
        ModelVersion = modelVersion;

    public string ModelVersion { get; }
}
