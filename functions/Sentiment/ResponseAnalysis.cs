using CxFunctions.Foundation;
using CxFunctions.Messages;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxFunctions.Sentiment;

/// <summary>
/// From a saved answer to a masked and read one. Stored before it is passed on, passed on before the message is done: a crash anywhere means doing
/// it again, and everybody downstream takes a repetition as the same.
/// </summary>
public sealed class ResponseAnalysis(VerbatimReader reader, VerbatimStore store, QueueSender queues, IOptions<LanguageOptions> options, TimeProvider time, ILogger<ResponseAnalysis> log)
{
    public async Task FirstAsync(ResponseSaved saved, CancellationToken cancellationToken)
    {
        var first = new AnalysisPostponed(AnalysisPostponed.CurrentVersion, saved.Ref, saved.Revision, Attempt: 1, time.GetUtcNow());
        var unread = AnalysisRules.Unread(saved);
        if (await store.FindAsync(saved.Ref, cancellationToken) is not { } stored)
        {
            await AnalyzeAsync(unread, first, isNew: true, cancellationToken);
        }
        else if (!VerbatimRules.Holds(stored, unread))
        {
            await AnalyzeAsync(unread, first, isNew: false, cancellationToken);
        }
        else if (stored.State == AnalysisState.Pending && stored.Revision == saved.Revision)
        {
            await PostponeAsync(stored, first, retryAfter: null, isNew: false, cancellationToken);
        }
        else
        {
            // Delivered again: reading is not paid for twice, but whoever should have heard may not have.
            await PassOnAsync(stored, cancellationToken);
        }
    }

    public async Task AgainAsync(AnalysisPostponed postponed, CancellationToken cancellationToken)
    {
        switch (await store.FindAsync(postponed.Ref, cancellationToken))
        {
            case null:
                return; // Erased.
            case { State: AnalysisState.Pending } pending:
                await AnalyzeAsync(pending, postponed with { Attempt = postponed.Attempt + 1 }, isNew: false, cancellationToken);
                return;
            case { } read:
                // By another try, or by this one before it died between storing and passing on.
                await PassOnAsync(read, cancellationToken);
                return;
        }
    }

    /// <param name="response">Masked by form.</param>
    /// <param name="ifPostponed">What to put off where the service is out of reach.</param>
    /// <param name="isNew">Whether nothing of this answer was stored a moment ago.</param>
    /// <param name="cancellationToken">Gives up.</param>
    private async Task AnalyzeAsync(AnalyzedResponse response, AnalysisPostponed ifPostponed, bool isNew, CancellationToken cancellationToken)
    {
        var (unread, known) = (response.Verbatims.Where(IsPending).ToList(), response.Verbatims.Where(v => !IsPending(v)));
        try
        {
            var read = unread.Count == 0 ? [] : await reader.ReadAsync(unread, response.Locale);
            if (read.Any(v => v.State == AnalysisState.OverBudget))
            {
                log.BudgetIsSpent(response.Ref.JourneyId, response.Revision);
            }
            await StoreAndPassOnAsync(response, [.. known, .. read], isNew, cancellationToken);
        }
        catch (LanguageOutOfReachException e)
        {
            log.OutOfReach(response.Ref.JourneyId, response.Revision, ifPostponed.Attempt, e.Status);
            await PostponeAsync(response, ifPostponed, e.RetryAfter, isNew, cancellationToken);
        }
    }

    /// <summary>The first time the answer goes on at once, unread; later only the last failure is news.</summary>
    private async Task PostponeAsync(AnalyzedResponse response, AnalysisPostponed postponed, TimeSpan? retryAfter, bool isNew, CancellationToken cancellationToken)
    {
        var lot = StableLot.Of($"analysis:{response.Ref.JourneyId}:{postponed.Attempt}");
        if (RetryRules.Next(postponed.Attempt, time.GetUtcNow() - postponed.Since, retryAfter, lot, options.Value) is not { } delay)
        {
            log.GaveUp(response.Ref.JourneyId, response.Revision, postponed.Attempt);
            await StoreAndPassOnAsync(response, [.. response.Verbatims.Select(v => IsPending(v) ? v with { State = AnalysisState.Unavailable } : v)], isNew, cancellationToken);
            return;
        }
        if (postponed.Attempt == 1)
        {
            await StoreAndPassOnAsync(response, response.Verbatims, isNew, cancellationToken);
        }
        await queues.SendAsync(QueueNames.AnalysisRetries, postponed, delay, cancellationToken);
    }

    private async Task StoreAndPassOnAsync(AnalyzedResponse response, IReadOnlyList<VerbatimReading> words, bool isNew, CancellationToken cancellationToken)
    {
        var stored = await store.SaveAsync(response with { Verbatims = words, State = VerbatimRules.StateOf(words) }, isNew, cancellationToken);
        await PassOnAsync(stored, cancellationToken);
    }

    private async Task PassOnAsync(AnalyzedResponse response, CancellationToken cancellationToken)
    {
        await queues.SendAsync(QueueNames.AnalyzedResponses, AnalysisRules.Analyzed(response), cancellationToken: cancellationToken);
        await queues.SendAsync(QueueNames.Facts, AnalysisRules.Fact(response), cancellationToken: cancellationToken);
    }

    private static bool IsPending(VerbatimReading words) => words.State == AnalysisState.Pending;
}
