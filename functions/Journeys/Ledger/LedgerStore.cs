using Azure;
using Azure.Data.Tables;
using CxFunctions.Foundation;

namespace CxFunctions.Journeys.Ledger;

/// <summary>
/// Tables <c>Ledger</c> and <c>LedgerByHour</c>. The row by transaction is the truth, written under its ETag; the row by hour is a copy
/// made after it.
/// </summary>
public sealed class LedgerStore(TableServiceClient tables)
{
    private readonly TableClient _byTransaction = tables.GetTableClient(TableNames.Ledger);
    private readonly TableClient _byHour = tables.GetTableClient(TableNames.LedgerByHour);

    public Task<LedgerEntry?> FindAsync(string source, string transactionId, CancellationToken cancellationToken) =>
        FindAsync(JourneyIds.Of(source, transactionId), cancellationToken);

    /// <param name="journeyId">See <see cref="JourneyIds"/>: every transaction has one, surveyed or not.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<LedgerEntry?> FindAsync(string journeyId, CancellationToken cancellationToken) =>
        await ReadAsync(journeyId, cancellationToken) is { } row && LedgerRow.HasEntry(row) ? LedgerRow.EntryOf(row) : null;

    /// <summary>Entries that stand from <paramref name="from"/> (inclusive) to <paramref name="to"/> (exclusive) by <see cref="LedgerEntry.ListedAt"/>, newest first.</summary>
    /// <param name="program">Id of a program, or <see cref="LedgerKeys.NoProgram"/>.</param>
    /// <param name="from">Inclusive.</param>
    /// <param name="to">Exclusive.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public IAsyncEnumerable<LedgerEntry> ListAsync(string program, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        LedgerListing.ReadAsync(_byHour, program, from, to, cancellationToken);

    /// <summary>
    /// Records a decision, if none is there: the first insert wins, whoever comes later gets the row that stands. Only a refusal gives way to a
    /// decision: its sender has mended it.
    /// </summary>
    internal async Task<LedgerEntry> DecideAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        // Whoever decides has just looked and found nothing, so the insert is tried before another look.
        var hasLooked = true;
        return await ContendedWrite.RunAsync(
            async () =>
            {
                var row = hasLooked ? null : await ReadAsync(entry.JourneyId, cancellationToken);
                hasLooked = false;
                return row is null ? await WriteAsync(entry, cancellationToken)
                    : LedgerRow.HasEntry(row) ? await DecideAsync(row, LedgerRow.EntryOf(row), entry, cancellationToken)
                    : await WriteAsync(Over(row, entry), cancellationToken);
            },
            cancellationToken);
    }

    private async Task<LedgerEntry> DecideAsync(TableEntity row, LedgerEntry there, LedgerEntry entry, CancellationToken cancellationToken)
    {
        if (there.Reason != LedgerReason.Refused || entry.Reason == LedgerReason.Refused)
        {
            return there;
        }
        // Before the row that names it: whoever dies in between comes again and finds the refusal.
        await _byHour.DeleteEntityAsync(LedgerKeys.HourPartition(there), LedgerKeys.HourRow(there), ETag.All, cancellationToken);
        return await WriteAsync(Over(row, entry), cancellationToken);
    }

    /// <summary>Changes an entry under its ETag and copies it; a change that finds nothing to do still mends the copy.</summary>
    /// <returns>The entry as it stands now, or null where there is none.</returns>
    internal async Task<LedgerEntry?> ChangeAsync(string journeyId, Func<LedgerEntry, LedgerEntry> change, CancellationToken cancellationToken) =>
        await FindAsync(journeyId, cancellationToken) is { } entry ? await ChangeAsync(entry, change, cancellationToken) : null;

    /// <param name="entry">As read a moment ago; where it has changed since it is read again, and the change judged anew.</param>
    /// <param name="change">From what stands to what shall stand.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task<LedgerEntry> ChangeAsync(LedgerEntry entry, Func<LedgerEntry, LedgerEntry> change, CancellationToken cancellationToken)
    {
        LedgerEntry? last = entry;
        var written = await ContendedWrite.RunAsync(
            async () =>
            {
                var now = last ?? await FindAsync(entry.JourneyId, cancellationToken)
                    ?? throw new InvalidOperationException($"Journey {entry.JourneyId} left the ledger while it was written.");
                last = null;
                var changed = change(now);
                return changed == now ? now : await WriteAsync(changed, cancellationToken);
            },
            cancellationToken);
        await _byHour.UpsertEntityAsync(Copy(written), TableUpdateMode.Replace, cancellationToken);
        return written;
    }

    /// <summary>The first copy by hour. Never in the way of a later one, so that repeating it late does no harm.</summary>
    internal async Task IndexAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            await _byHour.AddEntityAsync(Copy(entry), cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            // It is there, and maybe further on.
        }
    }

    /// <summary>Remembers that a transaction was taken back, also where it has not come yet.</summary>
    internal async Task CancelAsync(string journeyId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var mark = new TableEntity(LedgerKeys.PartitionOf(journeyId), LedgerRow.RowKey) { [LedgerRow.CancelledAt] = at };
        await _byTransaction.UpsertEntityAsync(mark, TableUpdateMode.Merge, cancellationToken);
    }

    /// <summary>The entry in the place of a mark, a refusal, or both.</summary>
    private static LedgerEntry Over(TableEntity row, LedgerEntry entry) =>
        (row.GetDateTimeOffset(LedgerRow.CancelledAt) is { } at ? LedgerTransitions.TakenBack(entry, at) : entry) with { ETag = row.ETag };

    private static TableEntity Copy(LedgerEntry entry) => LedgerRow.Of(entry, LedgerKeys.HourPartition(entry), LedgerKeys.HourRow(entry));

    private async Task<TableEntity?> ReadAsync(string journeyId, CancellationToken cancellationToken) =>
        await _byTransaction.GetEntityIfExistsAsync<TableEntity>(LedgerKeys.PartitionOf(journeyId), LedgerRow.RowKey, cancellationToken: cancellationToken)
            is { HasValue: true, Value: { } row } ? row : null;

    /// <returns>The entry with its new ETag.</returns>
    /// <exception cref="RequestFailedException">Among others where the row is not as the entry's ETag says, or there is one and it should be new.</exception>
    private async Task<LedgerEntry> WriteAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        var row = LedgerRow.Of(entry, LedgerKeys.PartitionOf(entry.JourneyId), LedgerRow.RowKey);
        var answer = entry.ETag == default
            ? await _byTransaction.AddEntityAsync(row, cancellationToken)
            : await _byTransaction.UpdateEntityAsync(row, entry.ETag, TableUpdateMode.Replace, cancellationToken);
        return entry with { ETag = answer.Headers.ETag ?? throw new InvalidOperationException("Storage wrote a row and gave it no ETag.") };
    }
}
