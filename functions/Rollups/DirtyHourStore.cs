using Azure;
using Azure.Data.Tables;
using CxFunctions.Foundation;
using CxFunctions.Messages;

namespace CxFunctions.Rollups;

/// <summary>An hour of a touchpoint, in UTC.</summary>
public sealed record DirtyHour(string Program, string Touchpoint, DateTimeOffset Hour)
{
    public static DirtyHour Of(FactChanged news) => new(news.Program, news.Touchpoint, UtcHour.Of(news.OccurredAt));
}

/// <summary>One mark as it was read; it may only be removed as such.</summary>
internal sealed record DirtyMark(DirtyHour Hour, string Partition, string Row, ETag ETag);

/// <summary>
/// Table DirtyHours: hours whose facts changed. The mark is written after the fact and gets a new ETag each time, so that a mark
/// set again while its hour is being computed survives the removal of the one that was read. Writers of a busy hour are spread over
/// shards.
/// </summary>
public sealed class DirtyHourStore(TableServiceClient tables)
{
    private const int Shards = 8;
    private readonly TableClient _table = tables.GetTableClient(TableNames.DirtyHours);

    public Task MarkAsync(DirtyHour hour, CancellationToken cancellationToken)
    {
        var row = new TableEntity($"shard-{Random.Shared.Next(Shards)}", TableKey.Of(hour.Program, hour.Touchpoint, UtcHour.Text(hour.Hour)))
        {
            ["Program"] = hour.Program,
            ["Touchpoint"] = hour.Touchpoint,
            ["Hour"] = hour.Hour,
        };
        return _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>All marks. The table only holds what is waiting to be computed, so reading it whole is a small thing.</summary>
    internal async Task<IReadOnlyList<DirtyMark>> ListAsync(CancellationToken cancellationToken)
    {
        var marks = new List<DirtyMark>();
        await foreach (var row in _table.QueryAsync<TableEntity>(cancellationToken: cancellationToken))
        {
            var hour = new DirtyHour(row.GetString("Program")!, row.GetString("Touchpoint")!, row.GetDateTimeOffset("Hour")!.Value);
            marks.Add(new DirtyMark(hour, row.PartitionKey, row.RowKey, row.ETag));
        }
        return marks;
    }

    /// <summary>
    /// Another text whenever facts of the program came in or were computed since: for readers who want to know whether anything is new. Looks at one
    /// page of marks: behind more than that there is always something new.
    /// </summary>
    public async Task<string> FingerprintAsync(string program, CancellationToken cancellationToken)
    {
        var (low, high) = (TableKey.Of(program, ""), TableKey.Escape(program) + (char)(TableKey.Separator + 1));
        var page = await _table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"RowKey ge {low} and RowKey lt {high}"), select: ["PartitionKey", "RowKey", "Timestamp"], cancellationToken: cancellationToken)
            .AsPages().FirstOrDefaultAsync(cancellationToken);
        return StableId.Of([.. page?.Values.Select(row => $"{row.PartitionKey} {row.RowKey} {row.Timestamp:O}") ?? []]);
    }

    /// <summary>Removes the mark unless it was set again since it was read.</summary>
    internal async Task RemoveAsync(DirtyMark mark, CancellationToken cancellationToken)
    {
        try
        {
            await _table.DeleteEntityAsync(mark.Partition, mark.Row, mark.ETag, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            // Set again meanwhile (the next run computes it), or removed by another run that computed it too.
        }
    }
}
