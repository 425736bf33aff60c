using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Journeys;

/// <summary>What stands in the answers when a deadline has come. Changes nothing.</summary>
internal sealed class LookUpAnswer(LedgerStore ledger, AnswerLookup answers)
{
    [Function(nameof(LookUpAnswer))]
    public async Task<AnswerState> RunAsync([ActivityTrigger] string journeyId, CancellationToken cancellationToken) =>
        await ledger.FindAsync(journeyId, cancellationToken) is { } entry ? await answers.OfAsync(entry, cancellationToken) : AnswerState.None;
}
