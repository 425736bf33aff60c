using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;

namespace CxFunctions.LocalHost.Durable;

internal sealed partial class InstanceTable
{
    /// <summary>What is not over, with its next due time and whether it has unfinished work: all that a start needs to know.</summary>
    public async IAsyncEnumerable<(string Id, DateTime? Due, bool Work)> UnfinishedAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var shard = 0; shard < InstanceKey.Shards; shard++)
        {
            var filter = $"{Range(shard, "")} and RowKey eq '{InstanceKey.Row}' and {InstanceRow.Live} eq true";
            await foreach (var row in QueryAsync(filter, ["PartitionKey", InstanceRow.Due, InstanceRow.Work], cancellation).ConfigureAwait(false))
            {
                yield return (InstanceKey.IdOf(row.PartitionKey), InstanceRow.DueAt(row), row.GetBoolean(InstanceRow.Work) ?? false);
            }
        }
    }

    /// <summary>The instances' rows of one shard without their histories.</summary>
    /// <param name="conditions">Further conditions in the table's filter language; empty for none.</param>
    public IAsyncEnumerable<TableEntity> OutlinesAsync(int shard, string prefix, string conditions, CancellationToken cancellation) =>
        QueryAsync($"{Range(shard, InstanceKey.Escape(prefix))} and RowKey eq '{InstanceKey.Row}'{conditions}", InstanceRow.Outline, cancellation);

    /// <summary>Deletes everything of an instance: with its own row first, so that it is gone at once.</summary>
    /// <returns>False where it was gone already.</returns>
    public async Task<bool> DeleteAsync(string id, CancellationToken cancellation)
    {
        var partition = InstanceKey.Partition(id);
        List<string> keys = [];
        await foreach (var row in QueryAsync($"PartitionKey eq '{Quote(partition)}'", ["RowKey"], cancellation).ConfigureAwait(false))
        {
            keys.Add(row.RowKey);
        }

        var ordered = keys.OrderByDescending(key => key == InstanceKey.Row).ToList();
        foreach (var some in ordered.Chunk(100))
        {
            Count();
            var actions = some.Select(key => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(partition, key), Azure.ETag.All));
            await table.SubmitTransactionAsync(actions, cancellation).ConfigureAwait(false);
        }

        return keys.Contains(InstanceKey.Row);
    }

    private async IAsyncEnumerable<TableEntity> QueryAsync(string filter, string[] columns, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var page in table.QueryAsync<TableEntity>(filter, 1000, columns, cancellation).AsPages().ConfigureAwait(false))
        {
            Count();
            foreach (var row in page.Values)
            {
                yield return row;
            }
        }
    }

    private static string Range(int shard, string prefix)
    {
        var from = $"{InstanceKey.ShardName(shard)}-{Quote(prefix)}";
        var to = prefix.Length == 0 ? $"{InstanceKey.ShardName(shard)}." : from + '\uffff';
        return string.Create(CultureInfo.InvariantCulture, $"PartitionKey ge '{from}' and PartitionKey lt '{to}'");
    }

    private static string Quote(string text) => text.Replace("'", "''", StringComparison.Ordinal);
}
