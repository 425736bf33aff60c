using Azure;
using CxFunctions.Foundation;
using CxFunctions.Messages;
using Microsoft.Extensions.Options;

namespace CxFunctions.Sentiment;

/// <summary>
/// Reads the words of one answer, sharing calls with the answers that are read at the same time. After a failure the service is left alone for
/// a while, so that no answer waits for a call that is bound to fail.
/// </summary>
public sealed class VerbatimReader
{
    private static readonly TimeSpan LeaveAlone = TimeSpan.FromSeconds(5);
    private readonly LanguageClient _client;
    private readonly LanguageOptions _options;
    private readonly TimeProvider _time;
    private readonly Batcher<LanguageDocument, DocumentReading?> _batcher;
    private long _leftAloneUntil;

    public VerbatimReader(LanguageClient client, IOptions<LanguageOptions> options, TimeProvider time)
    {
        (_client, _options, _time) = (client, options.Value, time);
        _batcher = new(_options.MaxDocuments, CallAsync);
    }

    /// <summary>Masks by form; all that can be done without the service, and always done first.</summary>
    public static IReadOnlyList<VerbatimReading> Masked(ResponseSaved saved) =>
        [.. saved.Verbatims
            .Where(v => !string.IsNullOrWhiteSpace(v.Value))
            .OrderBy(v => v.Key, StringComparer.Ordinal)
            .Select(v => new VerbatimReading { QuestionId = v.Key, Revision = saved.Revision, State = AnalysisState.Pending, Text = LocalMasker.Mask(v.Value), Language = saved.Locale })];

    /// <param name="verbatims">Masked by form.</param>
    /// <param name="locale">Of the page.</param>
    /// <returns>The verbatims read, or as they were where the day's budget is spent.</returns>
    /// <exception cref="LanguageOutOfReachException">Try again later.</exception>
    public async Task<IReadOnlyList<VerbatimReading>> ReadAsync(IReadOnlyList<VerbatimReading> verbatims, string locale)
    {
        var readings = await Task.WhenAll(verbatims.Select(v => _batcher.RunAsync(new LanguageDocument(v.Text, locale))));
        return [.. verbatims.Zip(readings, Combine)];
    }

    private static VerbatimReading Combine(VerbatimReading verbatim, DocumentReading? reading) => reading is null ? verbatim with { State = AnalysisState.OverBudget } : verbatim with
    {
        State = AnalysisState.Done,
        Text = reading.Text,
        Language = reading.Language,
        Sentiment = reading.Sentiment,
        Positive = reading.Positive,
        Neutral = reading.Neutral,
        Negative = reading.Negative,
        KeyPhrases = reading.KeyPhrases,
        Opinions = reading.Opinions,
    };

    private async Task<IReadOnlyList<DocumentReading?>> CallAsync(IReadOnlyList<LanguageDocument> documents)
    {
        var wait = TimeSpan.FromTicks(Interlocked.Read(ref _leftAloneUntil) - _time.GetUtcNow().UtcTicks);
        if (wait > TimeSpan.Zero)
        {
            throw new LanguageOutOfReachException(wait, inner: null);
        }
        try
        {
            // Real time, whatever clock the app runs on: it measures the network.
            using var timeout = new CancellationTokenSource(_options.Timeout);
            return await _client.ReadAsync(documents, timeout.Token);
        }
        catch (Exception e) when (e is RequestFailedException or OperationCanceledException)
        {
            var retryAfter = RetryRules.RetryAfter((e as RequestFailedException)?.GetRawResponse(), _time.GetUtcNow());
            Interlocked.Exchange(ref _leftAloneUntil, (_time.GetUtcNow() + (retryAfter ?? LeaveAlone)).UtcTicks);
            throw new LanguageOutOfReachException(retryAfter, e);
        }
    }
}

/// <summary>The service refused, failed or did not answer in time; the answer goes on without it.</summary>
/// <param name="retryAfter">How long it wants to be left alone, where it said so.</param>
/// <param name="inner">What happened; null while it is being left alone.</param>
public sealed class LanguageOutOfReachException(TimeSpan? retryAfter, Exception? inner) : Exception("Azure AI Language is out of reach.", inner)
{
    public TimeSpan? RetryAfter => retryAfter;

    /// <summary>HTTP status, 0 where there was no answer.</summary>
    public int Status => (InnerException as RequestFailedException)?.Status ?? 0;
}
