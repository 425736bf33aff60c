using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using CxFunctions.Catalog;
using CxFunctions.Foundation;

namespace CxFunctions.Rollups;

/// <summary>Table Rollups: hours, days and months of every touchpoint, of all together, and of each dimension's values.</summary>
public sealed class RollupStore(TableServiceClient tables, ProgramCatalog catalog)
{
    private const int MostInOneTransaction = 100;
    private readonly TableClient _table = tables.GetTableClient(TableNames.Rollups);

    /// <param name="key">What it is about.</param>
    /// <param name="bucket">Any instant of the bucket.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where nothing was counted.</returns>
    public async Task<Rollup?> FindAsync(RollupKey key, DateTimeOffset bucket, CancellationToken cancellationToken)
    {
        var calendar = CalendarOf(key.Program);
        var first = calendar.Of(key.Grain, bucket);
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(
            RollupEntity.Partition(calendar, key.Program, key.Touchpoint, key.Grain, first), RollupEntity.Row(key, first), cancellationToken: cancellationToken);
        return row.HasValue ? RollupEntity.Read(row.Value!) : null;
    }

    /// <summary>The key's buckets that begin in [from, to), oldest first; buckets in which nothing was counted are left out.</summary>
    public async IAsyncEnumerable<Rollup> SeriesAsync(RollupKey key, DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var calendar = CalendarOf(key.Program);
        for (var at = calendar.PartitionOf(key.Grain, from); at < to; at = calendar.NextPartition(key.Grain, at))
        {
            var partition = RollupEntity.Partition(calendar, key.Program, key.Touchpoint, key.Grain, at);
            var (low, high) = (RollupEntity.Row(key, from), RollupEntity.Row(key, to));
            await foreach (var row in _table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {low} and RowKey le {high}"), cancellationToken: cancellationToken))
            {
                if (RollupEntity.Read(row) is var rollup && rollup.Bucket >= from && rollup.Bucket < to)
                {
                    yield return rollup;
                }
            }
        }
    }

    /// <summary>All values of a dimension, each with its buckets that begin in [from, to).</summary>
    public async IAsyncEnumerable<Rollup> BreakdownAsync(string program, string touchpoint, string dimension, Grain grain, DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var low = TableKey.Of(dimension, "");
        var high = TableKey.Escape(dimension) + (char)(TableKey.Separator + 1);
        var calendar = CalendarOf(program);
        for (var at = calendar.PartitionOf(grain, from); at < to; at = calendar.NextPartition(grain, at))
        {
            var partition = RollupEntity.Partition(calendar, program, touchpoint, grain, at);
            await foreach (var row in _table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {low} and RowKey lt {high}"), cancellationToken: cancellationToken))
            {
                if (RollupEntity.Read(row) is var rollup && rollup.Bucket >= from && rollup.Bucket < to)
                {
                    yield return rollup;
                }
            }
        }
    }

    /// <summary>Everything stored together with the bucket, with the ETags under which it may be replaced.</summary>
    internal async Task<RollupPartition> OpenAsync(string program, string touchpoint, Grain grain, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var stored = new Dictionary<string, StoredRollup>(StringComparer.Ordinal);
        var partition = RollupEntity.Partition(CalendarOf(program), program, touchpoint, grain, at);
        await foreach (var row in _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), cancellationToken: cancellationToken))
        {
            stored[row.RowKey] = new StoredRollup(RollupEntity.Read(row), row.ETag);
        }
        return new RollupPartition(partition, stored);
    }

    /// <summary>Writes what was replaced in the partition since it was opened.</summary>
    /// <exception cref="RequestFailedException">409 or 412: another run wrote one of the rows meanwhile.</exception>
    internal async Task SaveAsync(RollupPartition partition, CancellationToken cancellationToken)
    {
        foreach (var chunk in partition.Changes().Chunk(MostInOneTransaction))
        {
            await _table.SubmitTransactionAsync(chunk, cancellationToken);
        }
    }

    /// <summary>Deletes what the program has in any zone but its own; for after a change of zone.</summary>
    internal async Task ForgetOtherZonesAsync(string program, CancellationToken cancellationToken)
    {
        var (zone, low, high) = (CalendarOf(program).Zone, TableKey.Of(program, ""), TableKey.Escape(program) + (char)(TableKey.Separator + 1));
        await foreach (var page in _table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey ge {low} and PartitionKey lt {high}"), select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken).AsPages())
        {
            foreach (var partition in page.Values.Where(row => !RollupEntity.IsOf(zone, row.PartitionKey)).GroupBy(row => row.PartitionKey))
            {
                foreach (var chunk in partition.Chunk(MostInOneTransaction))
                {
                    await _table.SubmitTransactionAsync(chunk.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All)), cancellationToken);
                }
            }
        }
    }

    private ProgramCalendar CalendarOf(string program) => ProgramCalendar.Of(catalog.Find(program));
}
