using CxFunctions.Privacy;

namespace CxFunctions.Journeys;

/// <summary>Reads what is true now about a journey and its contact.</summary>
internal sealed class LiveState(LedgerStore ledger, ContactStore contacts, SuppressionStore suppressions, TimeProvider time)
{
    /// <exception cref="InvalidOperationException">No ledger entry: a journey is only started after its entry was written.</exception>
    public async Task<LiveFacts> OfAsync(string journeyId, CancellationToken cancellationToken)
    {
        var entry = await ledger.FindAsync(journeyId, cancellationToken)
            ?? throw new InvalidOperationException($"Journey {journeyId} has no entry in the ledger.");
        var contact = await contacts.FindAsync(entry.ContactId, cancellationToken);
        return new LiveFacts
        {
            Entry = entry,
            Contact = contact,
            Suppressed = contact is not null && await suppressions.IsSuppressedAsync(contact.Id, [contact.Phone, contact.Email], cancellationToken),
            Now = time.GetUtcNow(),
        };
    }
}
