using CxFunctions.Journeys.Ledger;
using CxFunctions.Messages;
using CxFunctions.Responses;

namespace CxFunctions.Journeys.Steps;

/// <summary>How far a contact came in answering.</summary>
internal enum AnswerState
{
    None,
    Started,
    Answered,
}

/// <summary>Looks at the answers themselves: their signal may still be in a queue, or lost, when a time has come.</summary>
internal sealed class AnswerLookup(ResponseStore responses, JourneyEnding ending, LedgerStore ledger)
{
    /// <summary>What the answers say, written into the ledger where it does not know it yet.</summary>
    public async Task<(AnswerState State, LedgerEntry Entry)> LookAsync(LedgerEntry entry, CancellationToken cancellationToken) =>
        await responses.FindAsync(new ResponseRef(entry.ContactId, entry.OccurredAt, entry.JourneyId), cancellationToken) switch
        {
            null => (AnswerState.None, entry),
            { Complete: true } all => (AnswerState.Answered, await ending.EndAsync(entry, JourneyEnd.Answered, all.SavedAt, cancellationToken: cancellationToken)),
            _ when entry.StartedAt is not null => (AnswerState.Started, entry),
            { } part => (AnswerState.Started, await ledger.ChangeAsync(entry, e => LedgerTransitions.Apply(e, JourneyStep.Started, part.StartedAt), cancellationToken)),
        };
}
