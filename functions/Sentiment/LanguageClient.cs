using Azure;
using Azure.AI.TextAnalytics;
using CxFunctions.Spending;
using Microsoft.Extensions.Options;

namespace CxFunctions.Sentiment;

/// <summary>
/// Azure AI Language for a batch of verbatims. Personal data is masked first and everything else is asked of the masked text, so that no name
/// returns as an opinion's target or a key phrase. Nothing is tried again here: the queue owns the retries.
/// </summary>
public sealed class LanguageClient(TextAnalyticsClient client, Budget budget, IOptions<LanguageOptions> options)
{
    private static readonly TextAnalyticsRequestOptions Plain = new() { DisableServiceLogs = true };
    private static readonly AnalyzeSentimentOptions WithOpinions = new() { IncludeOpinionMining = true, DisableServiceLogs = true };
    private static readonly RecognizePiiEntitiesOptions PersonalData = new() { DisableServiceLogs = true };

    /// <returns>One reading a document, in order; null where the day's budget does not reach for it.</returns>
    /// <exception cref="RequestFailedException">The service refused or failed.</exception>
    internal async Task<IReadOnlyList<DocumentReading?>> ReadAsync(IReadOnlyList<LanguageDocument> documents, CancellationToken cancellationToken)
    {
        var affordable = TextRecords.Affordable(documents, await budget.LeftAsync(SpendKind.LanguageRecord, cancellationToken));
        if (affordable == 0)
        {
            return new DocumentReading?[documents.Count];
        }
        var texts = documents.Take(affordable).Select(d => d.Text).ToList();
        var spent = new Spent();
        try
        {
            var languages = await LanguagesAsync([.. documents.Take(affordable)], spent, cancellationToken);
            var masked = await MaskAsync(Inputs(texts, languages), spent, cancellationToken);
            var readings = await ReadMaskedAsync(Inputs(masked, languages), spent, cancellationToken);
            return [.. readings, .. new DocumentReading?[documents.Count - affordable]];
        }
        finally
        {
            // Once for all calls, and also for those before one that failed: they were billed. Not given up with them, therefore.
            await budget.SpendAsync(SpendKind.LanguageRecord, spent.Records, CancellationToken.None);
        }
    }

    /// <summary>The page's language where its words bear it out, else what the service finds, else the page's after all.</summary>
    private async Task<IReadOnlyList<string>> LanguagesAsync(IReadOnlyList<LanguageDocument> documents, Spent spent, CancellationToken cancellationToken)
    {
        var languages = documents.Select(d => d.Locale).ToArray();
        var doubtful = documents
            .Select((d, i) => (Document: d, Index: i))
            .Where(d => LanguageRules.IsDoubtful(d.Document.Text, d.Document.Locale))
            .Select(d => new DetectLanguageInput(Id(d.Index), d.Document.Text) { CountryHint = LanguageRules.CountryHint(d.Document.Locale) })
            .ToList();
        if (doubtful.Count == 0)
        {
            return languages;
        }
        var found = await client.DetectLanguageBatchAsync(doubtful, Plain, cancellationToken);
        spent.Records += doubtful.Sum(d => TextRecords.Of(d.Text));
        foreach (var result in found.Value.Where(r => !r.HasError))
        {
            languages[Index(result)] = LanguageRules.Settle(result.PrimaryLanguage, languages[Index(result)]);
        }
        return languages;
    }

    private async Task<IReadOnlyList<string>> MaskAsync(IReadOnlyList<TextDocumentInput> documents, Spent spent, CancellationToken cancellationToken)
    {
        var masked = documents.Select(d => d.Text).ToArray();
        foreach (var part in documents.Chunk(options.Value.MaxPiiDocuments))
        {
            var found = await client.RecognizePiiEntitiesBatchAsync(part, PersonalData, cancellationToken);
            spent.Records += part.Sum(d => TextRecords.Of(d.Text));
            foreach (var result in found.Value.Where(r => !r.HasError))
            {
                masked[Index(result)] = ServiceMasker.Mask(masked[Index(result)], result.Entities);
            }
        }
        return masked;
    }

    private async Task<IReadOnlyList<DocumentReading>> ReadMaskedAsync(IReadOnlyList<TextDocumentInput> documents, Spent spent, CancellationToken cancellationToken)
    {
        var sentiments = client.AnalyzeSentimentBatchAsync(documents, WithOpinions, cancellationToken);
        var phrases = client.ExtractKeyPhrasesBatchAsync(documents, Plain, cancellationToken);
        await Task.WhenAll(sentiments, phrases);
        spent.Records += documents.Sum(d => 2 * TextRecords.Of(d.Text));
        var read = documents.Select(d => new DocumentReading(d.Text, d.Language!)).ToArray();
        foreach (var result in (await sentiments).Value.Where(r => !r.HasError))
        {
            read[Index(result)] = ReadingRules.With(read[Index(result)], result.DocumentSentiment);
        }
        foreach (var result in (await phrases).Value.Where(r => !r.HasError))
        {
            read[Index(result)] = read[Index(result)] with { KeyPhrases = ReadingRules.Worth(result.KeyPhrases) };
        }
        return read;
    }

    private static List<TextDocumentInput> Inputs(IEnumerable<string> texts, IReadOnlyList<string> languages) =>
        [.. texts.Select((text, i) => new TextDocumentInput(Id(i), text) { Language = languages[i] })];

    /// <summary>Text records of one reading.</summary>
    private sealed class Spent
    {
        public int Records { get; set; }
    }

    private static string Id(int index) => index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static int Index(TextAnalyticsResult result) => int.Parse(result.Id, System.Globalization.CultureInfo.InvariantCulture);
}
