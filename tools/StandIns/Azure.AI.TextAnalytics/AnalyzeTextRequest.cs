using System.Buffers;
using System.Text.Json;
using Azure.Core;

namespace Azure.AI.TextAnalytics;

/// <summary>A batch of texts and what is asked of them, as the service reads it.</summary>
/// <param name="Kind">The analysis, in the service's word.</param>
internal sealed record AnalyzeTextRequest(string Kind, IReadOnlyList<TextAnalyticsInput> Documents, TextAnalyticsRequestOptions? Options)
{
    // Offsets in UTF-16 units, so that they fit C# strings.
    private const string StringIndexType = "Utf16CodeUnit";

    public RequestContent ToContent(TextAnalyticsClientOptions defaults)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("kind", Kind);
            json.WriteStartObject("analysisInput");
            json.WriteStartArray("documents");
            foreach (var document in Documents)
            {
                Write(json, document, defaults);
            }
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteStartObject("parameters");
            WriteParameters(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return RequestContent.Create(body.WrittenMemory);
    }

    private static void Write(Utf8JsonWriter json, TextAnalyticsInput document, TextAnalyticsClientOptions defaults)
    {
        json.WriteStartObject();
        json.WriteString("id", document.Id);
        json.WriteString("text", document.Text);
        switch (document)
        {
            case TextDocumentInput text: json.WriteString("language", text.Language ?? defaults.DefaultLanguage); break;
            case DetectLanguageInput text: json.WriteString("countryHint", text.CountryHint ?? defaults.DefaultCountryHint); break;
        }
        json.WriteEndObject();
    }

    private void WriteParameters(Utf8JsonWriter json)
    {
        if (Options?.ModelVersion is { } version)
        {
            json.WriteString("modelVersion", version);
        }
        if (Options?.DisableServiceLogs is { } optOut)
        {
            json.WriteBoolean("loggingOptOut", optOut);
        }
        if (Options is AnalyzeSentimentOptions { IncludeOpinionMining: { } opinions })
        {
            json.WriteBoolean("opinionMining", opinions);
        }
        if (Options is RecognizePiiEntitiesOptions personal)
        {
            json.WriteString("domain", personal.DomainFilter == PiiEntityDomain.None ? "none" : "phi");
            if (personal.CategoriesFilter.Count > 0)
            {
                json.WriteStartArray("piiCategories");
                foreach (var category in personal.CategoriesFilter)
                {
                    json.WriteStringValue(category.ToString());
                }
                json.WriteEndArray();
            }
        }
        if (Kind is "SentimentAnalysis" or "PiiEntityRecognition")
        {
            json.WriteString("stringIndexType", StringIndexType);
        }
    }
}
