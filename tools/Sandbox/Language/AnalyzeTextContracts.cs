namespace CxFunctions.Sandbox.Language;

/// <summary>Body of <c>POST /language/:analyze-text</c>.</summary>
internal sealed record AnalyzeTextRequest(string? Kind, AnalysisInput? AnalysisInput, AnalysisParameters? Parameters);

internal sealed record AnalysisInput(IReadOnlyList<InputDocument?>? Documents);

internal sealed record InputDocument(string? Id, string? Text, string? Language, string? CountryHint);

internal sealed record AnalysisParameters(
    string? ModelVersion,
    bool? LoggingOptOut,
    bool? OpinionMining,
    string? StringIndexType,
    string? Domain,
    IReadOnlyList<string>? PiiCategories);

/// <summary>The analyses of the service that the Sandbox knows; a result's kind is its name and "Results".</summary>
internal enum AnalysisKind
{
    SentimentAnalysis,
    KeyPhraseExtraction,
    LanguageDetection,
    PiiEntityRecognition,
}
