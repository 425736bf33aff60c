using System.Globalization;
using CxFunctions.Sandbox.Language.Text;

namespace CxFunctions.Sandbox.Language;

/// <summary>An error of the service: its code, the inner code and the sentence.</summary>
internal sealed record LanguageError(string Code, string InnerCode, string Message, int Status = 400);

/// <summary>What the service refuses: a whole request, or one document of it.</summary>
internal static class AnalyzeTextRules
{
    /// <summary>In text elements, for each document.</summary>
    public const int MaxTextElements = 5120;

    public const int MaxRequestBytes = 1024 * 1024;

    public static int MaxDocuments(AnalysisKind kind) => kind switch
    {
        AnalysisKind.LanguageDetection => 1000,
        AnalysisKind.PiiEntityRecognition => 5,
        _ => 10,
    };

    public static LanguageError? Refusal(AnalyzeTextRequest request, out AnalysisKind kind)
    {
        if (!Enum.TryParse(request.Kind, out kind) || !Enum.IsDefined(kind) || int.TryParse(request.Kind, CultureInfo.InvariantCulture, out _))
        {
            return new("InvalidArgument", "InvalidParameterValue", $"Invalid kind. It must be one of {string.Join(", ", Enum.GetNames<AnalysisKind>())}.");
        }

        if (request.AnalysisInput?.Documents is not { Count: > 0 } documents)
        {
            return new("InvalidRequest", "MissingInputDocuments", "Missing input documents.");
        }

        if (documents.Count > MaxDocuments(kind))
        {
            return new("InvalidRequest", "InvalidDocumentBatch",
                $"Batch request contains too many records. Max {MaxDocuments(kind)} records are permitted.");
        }

        return documents.Any(d => string.IsNullOrEmpty(d?.Id))
                ? new("InvalidRequest", "InvalidDocument", "Every document needs an id.")
            : documents.DistinctBy(d => d!.Id).Count() < documents.Count
                ? new("InvalidRequest", "InvalidDocument", "Request contains duplicated Ids. Make sure each document has a unique Id.")
            : request.Parameters?.StringIndexType is { } type && !TextUnits.Knows(type)
                ? new("InvalidArgument", "InvalidParameterValue", "Invalid stringIndexType.")
            : null;
    }

    public static LanguageError? Refusal(AnalysisKind kind, InputDocument document)
    {
        if (string.IsNullOrWhiteSpace(document.Text))
        {
            return new("InvalidArgument", "InvalidDocument", "Document text is empty.");
        }

        // Text elements are never more than UTF-16 units, so the costly count is for long texts only.
        if (document.Text.Length > MaxTextElements && new StringInfo(document.Text).LengthInTextElements > MaxTextElements)
        {
            return new("InvalidArgument", "InvalidDocument",
                $"A document within the request was too large to be processed. Limit document size to: {MaxTextElements} text elements.");
        }

        return kind != AnalysisKind.LanguageDetection && LanguageOf(document) is null
            ? new("InvalidArgument", "UnsupportedLanguageCode",
                $"Invalid language code. Supported languages: {string.Join(",", LanguagePack.All.Select(p => p.Code))}.")
            : null;
    }

    /// <summary>English where the request names none, as in the service.</summary>
    public static LanguagePack? LanguageOf(InputDocument document) =>
        LanguagePack.For(string.IsNullOrEmpty(document.Language) ? "en" : document.Language);
}
