using Azure;
using Azure.Data.Tables;

namespace CxFunctions.Foundation;

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
    public async Task AddAsync(string day, int units)
    {
        while (true)
        {
            var row = _held is { } held && held.PartitionKey == day ? held : await TakeAsync(day);
            _held = null;
            row[Units] = (row.GetInt32(Units) ?? 0) + units;
            try
            {
                var answer = row.ETag == default ? await table.AddEntityAsync(row) : await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
                row.ETag = answer.Headers.ETag ?? default;
                _held = row.ETag == default ? null : row;
                return;
            }
            catch (RequestFailedException e) when (e.Status is 404 or 409 or 412)
            {
                // Another host counts on this row: once more, most likely on another.
            }
        }
    }

    private async Task<TableEntity> TakeAsync(string day)
    {
        var row = $"{kind}|{Random.Shared.Next(shards)}";
        var found = await table.GetEntityIfExistsAsync<TableEntity>(day, row);
        return found.HasValue ? found.Value! : new TableEntity(day, row) { ["Kind"] = kind.ToString() };
    }
}
