using CxFunctions.Catalog;
using CxFunctions.Channels;
using CxFunctions.Privacy;

namespace CxFunctions.Journeys;

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
        var look = seen?.Contact is { } contact ? await suppressions.LookAsync(contact.Id, [contact.Phone, contact.Email], now, cancellationToken) : default;
        return new LiveFacts
        {
            Entry = entry,
            Contact = seen?.Contact,
            Seen = seen,
            Suppressed = look.Suppressed,
            Unreachable = look.Unreachable,
            Refused = look.Suppressed ? [] : Unreachable(seen?.Contact, look),
            Now = now,
        };
    }

    private static IReadOnlyCollection<Channel> Unreachable(Contact? contact, SuppressionLook look) => look.Unreachable is not { } gone || contact is null ? []
        : [.. Enum.GetValues<Channel>().Where(channel => SendGateRules.AddressOf(contact, channel) is { } address && gone.Contains(address))];

    /// <summary>What the entry has to do next. Of a program that was taken away the grace is not known, and counts as none.</summary>
    public JourneyNext NextOf(LedgerEntry entry) => CourseRules.NextOf(entry, ClosesAt(entry));

    public DateTimeOffset ClosesAt(LedgerEntry entry) =>
        catalog.Find(entry.Program) is { } program ? JourneyTiming.ClosesAt(program, entry.OccurredAt) : entry.ExpiresAt ?? entry.OccurredAt;
}
