using Azure;
using Azure.Data.Tables;
using CxFunctions.Foundation;

namespace CxFunctions.Spending;

/// <summary>
/// One of the rows that count a kind's spending, kept in hand with its ETag, so that an addition is one write. Not for two callers at once: see
/// <see cref="Batcher{TItem,TResult}"/>.
/// </summary>
/// <param name="table">Spend.</param>
/// <param name="kind">What is counted.</param>
/// <param name="shards">Rows of the kind and day.</param>
internal sealed class SpendCounter(TableClient table, SpendKind kind, int shards)
{
    public const string Units = "Units";
    private TableEntity? _held;

    /// <exception cref="RequestFailedException">Storage refused; whether it was counted is unknown.</exception>
    public Task AddAsync(string day, int units) => ContendedWrite.RunAsync(
        async () =>
        {
            // Where another host counts on this row it is once more, most likely on another.
            var row = _held is { } held && held.PartitionKey == day ? held : await TakeAsync(day);
            _held = null;
            row[Units] = (row.GetInt32(Units) ?? 0) + units;
            var answer = row.ETag == default ? await table.AddEntityAsync(row) : await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
            row.ETag = answer.Headers.ETag ?? default;
            _held = row.ETag == default ? null : row;
        },
        CancellationToken.None);

    private async Task<TableEntity> TakeAsync(string day)
    {
        var row = $"{kind}|{Random.Shared.Next(shards)}";
        var found = await table.GetEntityIfExistsAsync<TableEntity>(day, row);
        return found.HasValue ? found.Value! : new TableEntity(day, row) { ["Kind"] = kind.ToString() };
    }
}
