using CxFunctions.Foundation;
using CxFunctions.Responses;
using CxFunctions.Rollups;
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
        switch (await store.FindAsync(saved.Ref, cancellationToken))
        {
            case { } newer when newer.Revision > saved.Revision:
                return; // It has gone on already and says all of this one.
            case { State: AnalysisState.Pending } pending when pending.Revision == saved.Revision:
                await PostponeAsync(pending, first, retryAfter: null, cancellationToken);
                return;
            case { } same when same.Revision == saved.Revision:
                // Delivered again: reading is not paid for twice, but whoever should have heard may not have.
                await PassOnAsync(same, cancellationToken);
                return;
            default:
                await AnalyzeAsync(AnalysisRules.Unread(saved), first, cancellationToken);
                return;
        }
    }

    public async Task AgainAsync(AnalysisPostponed postponed, CancellationToken cancellationToken)
    {
        var stored = await store.FindAsync(postponed.Ref, cancellationToken);
        if (stored is not { State: AnalysisState.Pending } || stored.Revision != postponed.Revision)
        {
            return; // Erased, overtaken by a newer revision, or read by another try.
        }
        await AnalyzeAsync(stored, postponed with { Attempt = postponed.Attempt + 1 }, cancellationToken);
    }

    private async Task AnalyzeAsync(AnalyzedResponse response, AnalysisPostponed ifPostponed, CancellationToken cancellationToken)
    {
        try
        {
            var (verbatims, state) = response.Verbatims.Count == 0 ? ([], AnalysisState.Done) : await reader.ReadAsync(response.Verbatims, response.Locale);
            if (state == AnalysisState.OverBudget)
            {
                log.BudgetIsSpent(response.Ref.JourneyId, response.Revision);
            }
            await StoreAndPassOnAsync(response with { Verbatims = verbatims, State = state }, cancellationToken);
        }
        catch (LanguageOutOfReachException e)
        {
            log.OutOfReach(response.Ref.JourneyId, response.Revision, ifPostponed.Attempt, e.Status);
            await PostponeAsync(response, ifPostponed, e.RetryAfter, cancellationToken);
        }
    }

    /// <summary>The first time the answer goes on at once, unread; later only the last failure is news.</summary>
    private async Task PostponeAsync(AnalyzedResponse response, AnalysisPostponed postponed, TimeSpan? retryAfter, CancellationToken cancellationToken)
    {
        if (RetryRules.Next(postponed.Attempt, time.GetUtcNow() - postponed.Since, retryAfter, options.Value) is not { } delay)
        {
            log.GaveUp(response.Ref.JourneyId, response.Revision, postponed.Attempt);
            await StoreAndPassOnAsync(response with { State = AnalysisState.Unavailable }, cancellationToken);
            return;
        }
        if (postponed.Attempt == 1)
        {
            await StoreAndPassOnAsync(response with { State = AnalysisState.Pending }, cancellationToken);
        }
        await queues.SendAsync(QueueNames.AnalysisRetries, postponed, delay, cancellationToken);
    }

    private async Task StoreAndPassOnAsync(AnalyzedResponse response, CancellationToken cancellationToken)
    {
        if (await store.SaveAsync(response, cancellationToken))
        {
            await PassOnAsync(response, cancellationToken);
        }
    }

    private async Task PassOnAsync(AnalyzedResponse response, CancellationToken cancellationToken)
    {
        await queues.SendAsync(QueueNames.AnalyzedResponses, AnalysisRules.Analyzed(response), cancellationToken: cancellationToken);
        foreach (var fact in AnalysisRules.Facts(response))
        {
            await queues.SendAsync(QueueNames.Facts, fact, cancellationToken: cancellationToken);
        }
    }
}
