using CxFunctions.Catalog;
using CxFunctions.Contacts;
using CxFunctions.Contacts.Suppressions;
using CxFunctions.Journeys.Decisions;
using CxFunctions.Journeys.Ledger;
using CxFunctions.Journeys.Orchestration;

namespace CxFunctions.Journeys.Steps;

/// <summary>Reads what is true now about a journey and its contact; each thing once.</summary>
internal sealed class LiveState(ProgramCatalog catalog, LedgerStore ledger, ContactStore contacts, SuppressionStore suppressions, TimeProvider time)
{
    public DateTimeOffset Now => time.GetUtcNow();

    /// <exception cref="InvalidOperationException">No ledger entry: a journey is only started after its entry was written.</exception>
    public async Task<LedgerEntry> EntryAsync(string journeyId, CancellationToken cancellationToken) =>
        await ledger.FindAsync(journeyId, cancellationToken) ?? throw new InvalidOperationException($"Journey {journeyId} has no entry in the ledger.");

    public async Task<LiveFacts> OfAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        var now = Now;
        var seen = await contacts.LookAsync(entry.ContactId, cancellationToken);
        var look = seen?.Contact is { } contact ? await suppressions.LookAsync(contact, now, cancellationToken) : default;
        return new LiveFacts
        {
            Entry = entry,
            Contact = seen?.Contact,
            Seen = seen,
            Look = look,
            Refused = seen is null || look.Suppressed ? [] : ReachRules.Unreachable(seen.Contact, look),
            Now = now,
        };
    }

    /// <summary>What the entry has to do next. Of a program that was taken away the grace is not known, and counts as none.</summary>
    public JourneyNext NextOf(LedgerEntry entry) => NextStepRules.NextOf(entry, ClosesAt(entry));

    public DateTimeOffset ClosesAt(LedgerEntry entry) =>
        catalog.Find(entry.Program) is { } program ? JourneyTiming.ClosesAt(program, entry.OccurredAt) : entry.ExpiresAt ?? entry.OccurredAt;
}
