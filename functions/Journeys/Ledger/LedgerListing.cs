using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using CxFunctions.Foundation;

namespace CxFunctions.Journeys.Ledger;

/// <summary>
/// Walks the ledger backwards hour by hour. A busy hour is merged from its shards as it is read; after quiet hours several are taken
/// at one go, so that an empty week costs a handful of queries.
/// </summary>
internal static class LedgerListing
{
    private const int Quiet = 200;
    private const int MostHours = 48;

    public static async IAsyncEnumerable<LedgerEntry> ReadAsync(
        TableClient table, string program, DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var end = HourOf(to.UtcDateTime.AddTicks(-1));
        var first = HourOf(from.UtcDateTime);
        for (var hours = 1; end >= first;)
        {
            var start = end.AddHours(1 - hours) < first ? first : end.AddHours(1 - hours);
            var read = 0;
            var entries = start == end ? Merged(table, program, end, cancellationToken) : Sorted(table, program, start, end, cancellationToken);
            await foreach (var entry in entries.WithCancellation(cancellationToken))
            {
                read++;
                if (entry.ListedAt >= from && entry.ListedAt < to)
                {
                    yield return entry;
                }
            }
            end = start.AddHours(-1);
            hours = read > Quiet ? 1 : Math.Min(MostHours, hours * 2);
        }
    }

    private static IAsyncEnumerable<LedgerEntry> Merged(TableClient table, string program, DateTimeOffset hour, CancellationToken cancellationToken) =>
        SortedMerge.Of(
            Enumerable.Range(0, LedgerKeys.Shards).Select(shard => table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {LedgerKeys.HourPartition(program, hour, shard)}"), cancellationToken: cancellationToken)),
            row => row.RowKey,
            cancellationToken).Select(LedgerRow.EntryOf);

    private static async IAsyncEnumerable<LedgerEntry> Sorted(
        TableClient table, string program, DateTimeOffset first, DateTimeOffset last, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (from, to) = (LedgerKeys.HourPrefix(program, first), LedgerKeys.HourPrefix(program, last) + LedgerKeys.AfterShards);
        var rows = new List<TableEntity>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            rows.Add(row);
        }
        foreach (var row in rows.OrderBy(r => r.RowKey, StringComparer.Ordinal))
        {
            yield return LedgerRow.EntryOf(row);
        }
    }

    private static DateTimeOffset HourOf(DateTime utc) => new(utc.Year, utc.Month, utc.Day, utc.Hour, 0, 0, TimeSpan.Zero);
}
