using System.Globalization;
using Azure.Core;

namespace Azure.AI.TextAnalytics;

/// <summary>Analyses texts in batches: at most 10 of them for sentiment and key phrases, 5 for personal data, 1,000 for language. Safe for use by many threads.</summary>
public class TextAnalyticsClient
{
    private readonly AnalyzeTextPipeline _pipeline;
    private readonly TextAnalyticsClientOptions _options;

    public TextAnalyticsClient(Uri endpoint, AzureKeyCredential credential)
        : this(endpoint, credential, new TextAnalyticsClientOptions())
    {
    }

    public TextAnalyticsClient(Uri endpoint, AzureKeyCredential credential, TextAnalyticsClientOptions options)
    {
        _options = options;
        _pipeline = new(endpoint, credential, options);
    }

    public TextAnalyticsClient(Uri endpoint, TokenCredential credential)
        : this(endpoint, credential, new TextAnalyticsClientOptions())
    {
    }

    public TextAnalyticsClient(Uri endpoint, TokenCredential credential, TextAnalyticsClientOptions options)
    {
        _options = options;
        _pipeline = new(endpoint, credential, options);
    }

    // For a mock that overrides what it needs.
    protected TextAnalyticsClient()
    {
        _options = null!;
        _pipeline = null!;
    }

    /// <exception cref="RequestFailedException">The request was refused as a whole, such as one with too many texts.</exception>
    public virtual Task<Response<AnalyzeSentimentResultCollection>> AnalyzeSentimentBatchAsync(IEnumerable<TextDocumentInput> documents, AnalyzeSentimentOptions? options = null, CancellationToken cancellationToken = default) =>
        _pipeline.AnalyzeAsync(
            Request("SentimentAnalysis", documents, options),
            (document, results) => new AnalyzeSentimentResult(document, results),
            (results, model) => new AnalyzeSentimentResultCollection(results, model),
            cancellationToken);

    /// <inheritdoc cref="AnalyzeSentimentBatchAsync(IEnumerable{TextDocumentInput}, AnalyzeSentimentOptions, CancellationToken)"/>
    public virtual Task<Response<AnalyzeSentimentResultCollection>> AnalyzeSentimentBatchAsync(IEnumerable<TextDocumentInput> documents, TextAnalyticsRequestOptions options, CancellationToken cancellationToken = default) =>
        AnalyzeSentimentBatchAsync(documents, new AnalyzeSentimentOptions(options), cancellationToken);

    /// <inheritdoc cref="AnalyzeSentimentBatchAsync(IEnumerable{TextDocumentInput}, AnalyzeSentimentOptions, CancellationToken)"/>
    public virtual Task<Response<AnalyzeSentimentResultCollection>> AnalyzeSentimentBatchAsync(IEnumerable<string> documents, string? language = null, AnalyzeSentimentOptions? options = null, CancellationToken cancellationToken = default) =>
        AnalyzeSentimentBatchAsync(Numbered(documents, language), options, cancellationToken);

    /// <inheritdoc cref="AnalyzeSentimentBatchAsync(IEnumerable{TextDocumentInput}, AnalyzeSentimentOptions, CancellationToken)"/>
    public virtual Task<Response<AnalyzeSentimentResultCollection>> AnalyzeSentimentBatchAsync(IEnumerable<string> documents, string language, TextAnalyticsRequestOptions options, CancellationToken cancellationToken = default) =>
        AnalyzeSentimentBatchAsync(Numbered(documents, language), new AnalyzeSentimentOptions(options), cancellationToken);

    /// <inheritdoc cref="AnalyzeSentimentBatchAsync(IEnumerable{TextDocumentInput}, AnalyzeSentimentOptions, CancellationToken)"/>
    public virtual Task<Response<ExtractKeyPhrasesResultCollection>> ExtractKeyPhrasesBatchAsync(IEnumerable<TextDocumentInput> documents, TextAnalyticsRequestOptions? options = null, CancellationToken cancellationToken = default) =>
        _pipeline.AnalyzeAsync(
            Request("KeyPhraseExtraction", documents, options),
            (document, _) => new ExtractKeyPhrasesResult(document),
            (results, model) => new ExtractKeyPhrasesResultCollection(results, model),
            cancellationToken);

    /// <inheritdoc cref="AnalyzeSentimentBatchAsync(IEnumerable{TextDocumentInput}, AnalyzeSentimentOptions, CancellationToken)"/>
    public virtual Task<Response<ExtractKeyPhrasesResultCollection>> ExtractKeyPhrasesBatchAsync(IEnumerable<string> documents, string? language = null, TextAnalyticsRequestOptions? options = null, CancellationToken cancellationToken = default) =>
        ExtractKeyPhrasesBatchAsync(Numbered(documents, language), options, cancellationToken);

    /// <inheritdoc cref="AnalyzeSentimentBatchAsync(IEnumerable{TextDocumentInput}, AnalyzeSentimentOptions, CancellationToken)"/>
    public virtual Task<Response<DetectLanguageResultCollection>> DetectLanguageBatchAsync(IEnumerable<DetectLanguageInput> documents, TextAnalyticsRequestOptions? options = null, CancellationToken cancellationToken = default) =>
        _pipeline.AnalyzeAsync(
            Request("LanguageDetection", documents, options),
            (document, _) => new DetectLanguageResult(document),
            (results, model) => new DetectLanguageResultCollection(results, model),
            cancellationToken);

    /// <inheritdoc cref="AnalyzeSentimentBatchAsync(IEnumerable{TextDocumentInput}, AnalyzeSentimentOptions, CancellationToken)"/>
    public virtual Task<Response<DetectLanguageResultCollection>> DetectLanguageBatchAsync(IEnumerable<string> documents, string? countryHint = null, TextAnalyticsRequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var inputs = documents.Select((text, place) => new DetectLanguageInput(Id(place), text) { CountryHint = countryHint ?? _options.DefaultCountryHint });
        return DetectLanguageBatchAsync(inputs, options, cancellationToken);
    }

    /// <inheritdoc cref="AnalyzeSentimentBatchAsync(IEnumerable{TextDocumentInput}, AnalyzeSentimentOptions, CancellationToken)"/>
    public virtual Task<Response<RecognizePiiEntitiesResultCollection>> RecognizePiiEntitiesBatchAsync(IEnumerable<TextDocumentInput> documents, RecognizePiiEntitiesOptions? options = null, CancellationToken cancellationToken = default) =>
        _pipeline.AnalyzeAsync(
            Request("PiiEntityRecognition", documents, options ?? new()),
            (document, _) => new RecognizePiiEntitiesResult(document),
            (results, model) => new RecognizePiiEntitiesResultCollection(results, model),
            cancellationToken);

    /// <inheritdoc cref="AnalyzeSentimentBatchAsync(IEnumerable{TextDocumentInput}, AnalyzeSentimentOptions, CancellationToken)"/>
    public virtual Task<Response<RecognizePiiEntitiesResultCollection>> RecognizePiiEntitiesBatchAsync(IEnumerable<string> documents, string? language = null, RecognizePiiEntitiesOptions? options = null, CancellationToken cancellationToken = default) =>
        RecognizePiiEntitiesBatchAsync(Numbered(documents, language), options, cancellationToken);

    private static AnalyzeTextRequest Request(string kind, IEnumerable<TextAnalyticsInput> documents, TextAnalyticsRequestOptions? options)
    {
        ArgumentNullException.ThrowIfNull(documents);
        TextAnalyticsInput[] inputs = [.. documents];
        return inputs.Length > 0
            ? new(kind, inputs, options)
            : throw new ArgumentException("Value cannot be an empty collection.", nameof(documents));
    }

    private static string Id(int place) => place.ToString(CultureInfo.InvariantCulture);

    private IEnumerable<TextDocumentInput> Numbered(IEnumerable<string> documents, string? language)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return documents.Select((text, place) => new TextDocumentInput(Id(place), text) { Language = language ?? _options.DefaultLanguage });
    }
}
