using Azure.Data.Tables;

namespace CxFunctions.Bench.Survey;

/// <summary>Bare requests to a table; every caller's rows lie in partitions of its own, ten in each.</summary>
internal sealed class RawRows(TableClient table, int caller)
{
    private const int RowsInPartition = 10;

    /// <summary>What a row in a batch carries besides its contents: headers of its own.</summary>
    private const int Frame = 500;

    public static readonly IReadOnlyList<string> Verbs =
        ["InsertEntity", "GetEntity", "QueryEntities", "MergeEntity", "UpdateEntity", "DeleteEntity", "Batch"];

    private readonly Queue<(string Partition, string Row)> _inserted = [];
    private int _keys;
    private (string Partition, string Row) _last = ("none", "none");

    /// <summary>One request; where there is no row to delete, the one that inserts one.</summary>
    public Task RequestAsync(string verb, string text, CancellationToken cancellation) => verb switch
    {
        "GetEntity" => table.GetEntityIfExistsAsync<TableEntity>(_last.Partition, _last.Row, cancellationToken: cancellation),
        "QueryEntities" => QueryAsync(_last.Partition, cancellation),
        "MergeEntity" => table.UpsertEntityAsync(Row(_last, text), TableUpdateMode.Merge, cancellation),
        "UpdateEntity" => table.UpsertEntityAsync(Row(_last, text), TableUpdateMode.Replace, cancellation),
        "DeleteEntity" when _inserted.TryDequeue(out var row) => table.DeleteEntityAsync(row.Partition, row.Row, cancellationToken: cancellation),
        "Batch" => BatchAsync(text[Math.Min(text.Length, 2 * Frame)..], cancellation),
        _ => InsertAsync(text, cancellation),
    };

    private async Task QueryAsync(string partition, CancellationToken cancellation)
    {
        await foreach (var _ in table.QueryAsync<TableEntity>(row => row.PartitionKey == partition, cancellationToken: cancellation))
        {
        }
    }

    private Task InsertAsync(string text, CancellationToken cancellation)
    {
        _inserted.Enqueue(NextKey());
        return table.AddEntityAsync(Row(_last, text), cancellation);
    }

    /// <summary>Two rows with half the text each.</summary>
    private Task BatchAsync(string text, CancellationToken cancellation)
    {
        var (first, half) = (NextKey(), text[..(text.Length / 2)]);
        return table.SubmitTransactionAsync(
            [
                new(TableTransactionActionType.UpsertMerge, Row(first, half)),
                new(TableTransactionActionType.UpsertMerge, Row((first.Partition, first.Row + "b"), half)),
            ],
            cancellation);
    }

    private (string Partition, string Row) NextKey() => _last = ($"{caller}-{_keys++ / RowsInPartition}", $"{_keys}");

    private static TableEntity Row((string Partition, string Row) key, string text) => new(key.Partition, key.Row) { ["Text"] = text };
}
