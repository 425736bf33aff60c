using Azure;
using Azure.Data.Tables;
using CxFunctions.Foundation;

namespace CxFunctions.Journeys;

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

    /// <summary>Entries of transactions that happened from <paramref name="from"/> (inclusive) to <paramref name="to"/> (exclusive), newest first.</summary>
    public IAsyncEnumerable<LedgerEntry> ListAsync(string program, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        LedgerListing.ReadAsync(_byHour, program, from, to, cancellationToken);

    /// <summary>Records a decision, if none is there: the first insert wins, whoever comes later gets the row that stands.</summary>
    internal async Task<LedgerEntry> DecideAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        while (true)
        {
            var row = await ReadAsync(entry.JourneyId, cancellationToken);
            if (row is not null && LedgerRow.HasEntry(row))
            {
                return LedgerRow.EntryOf(row);
            }
            var decided = row is null ? entry : LedgerTransitions.TakenBack(entry, row.GetDateTimeOffset(LedgerRow.CancelledAt)!.Value);
            if (await TryWriteAsync(decided, row?.ETag, cancellationToken))
            {
                return decided;
            }
        }
    }

    /// <summary>Changes an entry under its ETag and copies it; a change that finds nothing to do still mends the copy.</summary>
    /// <returns>The entry as it stands now, or null where there is none.</returns>
    internal async Task<LedgerEntry?> ChangeAsync(string journeyId, Func<LedgerEntry, LedgerEntry> change, CancellationToken cancellationToken)
    {
        while (await ReadAsync(journeyId, cancellationToken) is { } row && LedgerRow.HasEntry(row))
        {
            var entry = LedgerRow.EntryOf(row);
            var changed = change(entry);
            if (changed == entry || await TryWriteAsync(changed, row.ETag, cancellationToken))
            {
                await _byHour.UpsertEntityAsync(Copy(changed), TableUpdateMode.Replace, cancellationToken);
                return changed;
            }
        }
        return null;
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

    private static TableEntity Copy(LedgerEntry entry) => LedgerRow.Of(entry, LedgerKeys.HourPartition(entry), LedgerKeys.HourRow(entry));

    private async Task<TableEntity?> ReadAsync(string journeyId, CancellationToken cancellationToken) =>
        await _byTransaction.GetEntityIfExistsAsync<TableEntity>(LedgerKeys.PartitionOf(journeyId), LedgerRow.RowKey, cancellationToken: cancellationToken)
            is { HasValue: true, Value: { } row } ? row : null;

    private async Task<bool> TryWriteAsync(LedgerEntry entry, ETag? read, CancellationToken cancellationToken)
    {
        try
        {
            var row = LedgerRow.Of(entry, LedgerKeys.PartitionOf(entry.JourneyId), LedgerRow.RowKey);
            _ = read is { } etag
                ? await _byTransaction.UpdateEntityAsync(row, etag, TableUpdateMode.Replace, cancellationToken)
                : await _byTransaction.AddEntityAsync(row, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return false;
        }
    }
}
