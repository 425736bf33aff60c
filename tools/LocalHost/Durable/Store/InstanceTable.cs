using System.Globalization;
using Azure;
using Azure.Data.Tables;

namespace CxFunctions.LocalHost.Durable;

/// <summary>The instances of a hub in one table, a partition each. The only code that knows how they lie there.</summary>
internal sealed partial class InstanceTable(TableClient table)
{
    private long _operations;

    /// <summary>Storage requests made so far.</summary>
    public long Operations => Interlocked.Read(ref _operations);

    public async Task CreateAsync(CancellationToken cancellation)
    {
        Count();
        await table.CreateIfNotExistsAsync(cancellation).ConfigureAwait(false);
    }

    public async Task<Instance?> LoadAsync(string id, CancellationToken cancellation)
    {
        var row = await GetAsync(InstanceKey.Partition(id), InstanceKey.Row, cancellation).ConfigureAwait(false);
        if (row is null)
        {
            return null;
        }

        var keys = Enumerable.Range(0, InstanceRow.Segments(row)).Select(number => InstanceKey.Segment(InstanceRow.Execution(row), number));
        var instance = InstanceRow.Read(row, await TextAsync(row.PartitionKey, keys, cancellation).ConfigureAwait(false));
        return instance.History.Any(item => item.Spilled is not null)
            ? instance with { History = HistoryList.From(await UnspillAsync(instance, cancellation).ConfigureAwait(false)) }
            : instance;
    }

    private async Task<List<HistoryEvent>> UnspillAsync(Instance instance, CancellationToken cancellation)
    {
        List<HistoryEvent> whole = [];
        foreach (var item in instance.History)
        {
            whole.Add(item.Spilled is { } spilled
                ? item with { Data = await TextAsync(InstanceKey.Partition(instance.Id), Rows(spilled), cancellation).ConfigureAwait(false) }
                : item);
        }

        return whole;
    }

    private static IEnumerable<string> Rows(SpilledText text) => Enumerable.Range(0, text.Rows).Select(row => InstanceKey.Spill(text, row));

    /// <exception cref="InvalidDataException">A row that the history counts on is missing.</exception>
    private async Task<string> TextAsync(string partition, IEnumerable<string> keys, CancellationToken cancellation)
    {
        var rows = await Task.WhenAll(keys.Select(key => GetAsync(partition, key, cancellation))).ConfigureAwait(false);
        return rows.Length == 0 ? "" : string.Concat(rows.Select(row => row is null
            ? throw new InvalidDataException($"A part of the history in partition {partition} is missing.")
            : LongText.Get(row, "Text")));
    }

    private async Task<TableEntity?> GetAsync(string partition, string row, CancellationToken cancellation)
    {
        Count();
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellation).ConfigureAwait(false);
        return found.HasValue ? found.Value : null;
    }

    private void Count() => Interlocked.Increment(ref _operations);

    private static ETag ETagOf(Response response) => response.Headers.ETag ?? ETag.All;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
