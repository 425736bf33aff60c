using CxFunctions.Responses;

namespace CxFunctions.Journeys;

/// <summary>How far a contact came in answering.</summary>
internal enum AnswerState
{
    None,
    Started,
    Answered,
}

/// <summary>Looks at the answers themselves: their signal may still be in a queue when a deadline comes.</summary>
internal sealed class AnswerLookup(ResponseStore responses)
{
    public async Task<AnswerState> OfAsync(LedgerEntry entry, CancellationToken cancellationToken) =>
        await responses.FindAsync(new ResponseRef(entry.ContactId, entry.OccurredAt, entry.JourneyId), cancellationToken) switch
        {
            null => AnswerState.None,
            { Complete: true } => AnswerState.Answered,
            _ => AnswerState.Started,
        };
}
