using CxFunctions.Catalog;
using CxFunctions.Intake;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Journeys;

/// <summary>
/// Dedupe, learn the contact, decide, record, start. The decision is recorded before anything follows from it, and marked settled after
/// everything has: whoever finds one that is not settled goes on where the other stopped.
/// </summary>
internal sealed class TransactionHandler(
    ProgramCatalog catalog,
    ContactStore contacts,
    LedgerStore ledger,
    SuppressionCheck suppressions,
    JourneyStart start,
    TimeProvider time,
    ILogger<TransactionHandler> log)
{
    // Transactions of one delivery know nothing of each other; those of one contact meet at its row's ETag.
    private const int AtOnce = 8;

    public Task HandleAsync(TransactionsReceived message, DurableTaskClient journeys, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            message.Transactions,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (transaction, stop) => await HandleAsync(message, transaction, journeys, stop));

    private async Task HandleAsync(TransactionsReceived message, Transaction transaction, DurableTaskClient journeys, CancellationToken cancellationToken)
    {
        var entry = await ledger.FindAsync(message.Source, transaction.Id, cancellationToken);
        if (entry is { Settled: true })
        {
            JourneysLog.Duplicate(log, entry.JourneyId, message.Delivery);
            return;
        }
        entry ??= await ledger.DecideAsync(await DecideAsync(message, transaction, cancellationToken), cancellationToken);
        await start.FollowUpAsync(entry, journeys, cancellationToken);
        JourneysLog.Decided(log, entry.JourneyId, entry.Reason);
    }

    private async Task<LedgerEntry> DecideAsync(TransactionsReceived message, Transaction transaction, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var said = ContactProfile.Of(transaction.Contact, transaction.OccurredAt < message.ReceivedAt ? transaction.OccurredAt : message.ReceivedAt);
        var (contact, lastInvitation) = await contacts.LearnAsync(said, cancellationToken);
        var entry = LedgerOpening.Of(message, transaction);
        if (catalog.Find(transaction.Program) is not { } program)
        {
            return entry with { Reason = LedgerReason.UnknownProgram };
        }
        if (program.FindTouchpoint(transaction.Touchpoint) is not { } touchpoint)
        {
            return entry with { ProgramVersion = program.Version, Reason = LedgerReason.UnknownTouchpoint };
        }
        var reason = EligibilityRules.Decide(program, touchpoint, new EligibilityFacts
        {
            JourneyId = entry.JourneyId,
            OccurredAt = transaction.OccurredAt,
            Contact = contact,
            Suppressed = await suppressions.IsSuppressedAsync(contact, cancellationToken),
            LastInvitation = lastInvitation,
            Now = now,
        });
        return LedgerOpening.Decided(entry, transaction, program, touchpoint, contact, reason, now);
    }
}
