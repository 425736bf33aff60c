using System.Collections.Concurrent;
using CxFunctions.Catalog;
using CxFunctions.Contacts;
using CxFunctions.Contacts.Suppressions;
using CxFunctions.Foundation;
using CxFunctions.Journeys.Decisions;
using CxFunctions.Journeys.Ledger;
using CxFunctions.Journeys.Signals;
using CxFunctions.Messages;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Journeys.Transactions;

/// <summary>
/// Dedupe, learn the contact, decide, record, start. The decision is recorded before anything follows from it; whoever finds one of which it is not
/// certain that everything followed does what follows once more, which changes nothing.
/// </summary>
internal sealed class TransactionHandler(
    ProgramCatalog catalog,
    ContactStore contacts,
    LedgerStore ledger,
    SuppressionStore suppressions,
    JourneyStart start,
    JourneySignalHandler signals,
    TimeProvider time,
    ILogger<TransactionHandler> log)
{
    // Transactions of one delivery know nothing of each other; those of one contact meet at its row's ETag.
    private const int AtOnce = 8;

    public async Task HandleAsync(TransactionsReceived message, DurableTaskClient journeys, CancellationToken cancellationToken)
    {
        var failures = new ConcurrentQueue<Exception>();
        List<Func<CancellationToken, Task>> works =
        [
            .. message.Transactions.Select(transaction => (Func<CancellationToken, Task>)(stop => HandleAsync(message, transaction, journeys, stop))),
            .. (message.Refused ?? []).Select(refused => (Func<CancellationToken, Task>)(stop => HandleAsync(message, refused, journeys, stop))),
            .. (message.Cancelled ?? []).Select(id => (Func<CancellationToken, Task>)(stop => CancelAsync(message, id, journeys, stop))),
        ];
        await Parallel.ForEachAsync(
            works,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (work, stop) =>
            {
                try
                {
                    await work(stop);
                }
                catch (Exception e) when (!StorageTrouble.Is(e, stop) && !stop.IsCancellationRequested)
                {
                    // One that can't be handled must not take those behind it into poison.
                    failures.Enqueue(e);
                }
            });
        if (!failures.IsEmpty)
        {
            throw new AggregateException($"{failures.Count} of {works.Count} transactions of delivery {message.Delivery} could not be handled.", failures);
        }
    }

    private async Task HandleAsync(TransactionsReceived message, Transaction transaction, DurableTaskClient journeys, CancellationToken cancellationToken)
    {
        var entry = await ledger.FindAsync(message.Source, transaction.Id, cancellationToken);
        if (entry is not null && JourneyStart.IsSettled(entry))
        {
            JourneysLog.Duplicate(log, entry.JourneyId, message.Delivery);
            return;
        }
        if (entry is null or { Reason: LedgerReason.Refused })
        {
            entry = await ledger.DecideAsync(await DecideAsync(message, transaction, cancellationToken), cancellationToken);
        }
        await start.FollowUpAsync(entry, journeys, cancellationToken);
        JourneysLog.Decided(log, entry.JourneyId, entry.Reason);
    }

    /// <summary>What was refused is written down, and counted as received; a decision that is there already stands.</summary>
    private async Task HandleAsync(TransactionsReceived message, RefusedTransaction refused, DurableTaskClient journeys, CancellationToken cancellationToken)
    {
        var entry = await ledger.DecideAsync(LedgerOpening.Refused(message, refused, catalog.Find(refused.Program ?? "")), cancellationToken);
        if (entry.Reason == LedgerReason.Refused)
        {
            await start.FollowUpAsync(entry, journeys, cancellationToken);
            JourneysLog.Decided(log, entry.JourneyId, entry.Reason);
        }
    }

    /// <summary>Also of a transaction that has not come yet: whoever decides about that finds the mark.</summary>
    private Task CancelAsync(TransactionsReceived message, string transactionId, DurableTaskClient journeys, CancellationToken cancellationToken) => signals.HandleAsync(
        new(JourneySignal.CurrentVersion, JourneyIds.Of(message.Source, transactionId), JourneySignalKind.Cancelled, message.ReceivedAt, Detail: message.Source),
        journeys,
        cancellationToken);

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
            Look = await suppressions.LookAsync(contact, now, cancellationToken),
            LastInvitation = lastInvitation,
            Now = now,
        });
        return LedgerOpening.Decided(entry, transaction, program, touchpoint, contact, reason, now);
    }
}
