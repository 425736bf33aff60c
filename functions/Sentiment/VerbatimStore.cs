using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using CxFunctions.Foundation;
using CxFunctions.Messages;

namespace CxFunctions.Sentiment;

/// <summary>
/// Tables Verbatims (by customer) and VerbatimsByDay (by program and day): analyzed answers, personal data masked.
/// </summary>
public sealed class VerbatimStore(TableServiceClient tables)
{
    private readonly TableClient _byCustomer = tables.GetTableClient(TableNames.Verbatims);
    private readonly TableClient _byDay = tables.GetTableClient(TableNames.VerbatimsByDay);

    /// <summary>The newest stored reading of the answer, or null.</summary>
    public async Task<AnalyzedResponse?> FindAsync(ResponseRef reference, CancellationToken cancellationToken) =>
        await RowAsync(_byCustomer, VerbatimEntity.OfCustomer(reference), cancellationToken) is { } row ? VerbatimEntity.Read(row) : null;

    /// <summary>Answers first saved in [from, to), newest first, of all touchpoints, with or without words.</summary>
    /// <param name="program">Program id.</param>
    /// <param name="from">Inclusive.</param>
    /// <param name="to">Exclusive.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public IAsyncEnumerable<ListedResponse> ResponsesAsync(string program, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        ResponsesAsync(program, from, to, after: null, cancellationToken);

    /// <param name="program">Program id.</param>
    /// <param name="from">Inclusive.</param>
    /// <param name="to">Exclusive.</param>
    /// <param name="after">The <see cref="ListedResponse.Position"/> of the last one already seen.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="pageSize">How many are fetched at a time from each shard, for who wants only a few; null: as many as storage gives.</param>
    public async IAsyncEnumerable<ListedResponse> ResponsesAsync(
        string program, DateTimeOffset from, DateTimeOffset to, string? after, [EnumeratorCancellation] CancellationToken cancellationToken, int? pageSize = null)
    {
        // Keys run backwards in time: what is newer than `to` sorts before it.
        var first = TableKey.NewestFirst(to.AddTicks(-1));
        var last = TableKey.NewestFirst(from) + (char)(TableKey.Separator + 1);
        var lowest = string.CompareOrdinal(after, first) > 0 ? after! : first;
        var oldest = DateOnly.FromDateTime(from.UtcDateTime);
        for (var day = DateOnly.FromDateTime(to.AddTicks(-1).UtcDateTime); day >= oldest; day = day.AddDays(-1))
        {
            var shards = Enumerable.Range(0, VerbatimEntity.Shards).Select(shard => ShardAsync(program, day, shard, lowest, last, pageSize, cancellationToken));
            await foreach (var response in SortedMerge.Of(shards, r => r.Position, cancellationToken))
            {
                yield return response;
            }
        }
    }

    /// <summary>Verbatims of answers first saved in [from, to), newest first.</summary>
    public async IAsyncEnumerable<AnalyzedVerbatim> LatestAsync(string program, DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var listed in ResponsesAsync(program, from, to, cancellationToken))
        {
            foreach (var verbatim in AnalyzedVerbatim.Of(listed.Response))
            {
                yield return verbatim;
            }
        }
    }

    internal Task<AnalyzedResponse> SaveAsync(AnalyzedResponse response, CancellationToken cancellationToken) => SaveAsync(response, isNew: false, cancellationToken);

    /// <summary>Merges the reading into what is stored; safe to repeat after a crash between its two rows.</summary>
    /// <param name="response">Masked.</param>
    /// <param name="isNew">Whether there was none a moment ago: the rows are then added before they are looked for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What is stored now.</returns>
    internal async Task<AnalyzedResponse> SaveAsync(AnalyzedResponse response, bool isNew, CancellationToken cancellationToken)
    {
        var (stored, place) = await MergeAsync(_byCustomer, VerbatimEntity.OfCustomer(response.Ref), response, response.SavedAt, isNew, cancellationToken);
        await MergeAsync(_byDay, VerbatimEntity.OfDay(stored, place), stored, place, isNew, cancellationToken);
        return stored;
    }

    /// <returns>What is stored now, and the place in time under which it is listed.</returns>
    private static Task<(AnalyzedResponse Stored, DateTimeOffset Place)> MergeAsync(
        TableClient table, (string Partition, string Row) at, AnalyzedResponse response, DateTimeOffset listedAt, bool isNew, CancellationToken cancellationToken)
    {
        var addFirst = isNew;
        return ContendedWrite.RunAsync(
            async () =>
            {
                var row = addFirst ? null : await RowAsync(table, at, cancellationToken);
                addFirst = false;
                if (row is null)
                {
                    await table.AddEntityAsync(VerbatimEntity.Write(at, response, listedAt), cancellationToken);
                    return (response, listedAt);
                }
                var (stored, place) = (VerbatimEntity.Read(row), VerbatimEntity.ListedAt(row));
                var merged = VerbatimRules.Merge(stored, response);
                if (!ReferenceEquals(merged, stored))
                {
                    await table.UpdateEntityAsync(VerbatimEntity.Write(at, merged, place), row.ETag, TableUpdateMode.Replace, cancellationToken);
                }
                return (merged, place);
            },
            cancellationToken);
    }

    private async IAsyncEnumerable<ListedResponse> ShardAsync(string program, DateOnly day, int shard, string after, string last, int? pageSize, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var partition = VerbatimEntity.DayPartition(program, day, shard);
        await foreach (var row in _byDay.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {after} and RowKey lt {last}"), pageSize, cancellationToken: cancellationToken))
        {
            yield return new ListedResponse(VerbatimEntity.Read(row), row.RowKey);
        }
    }

    private static async Task<TableEntity?> RowAsync(TableClient table, (string Partition, string Row) at, CancellationToken cancellationToken) =>
        await table.GetEntityIfExistsAsync<TableEntity>(at.Partition, at.Row, cancellationToken: cancellationToken) is { HasValue: true } found ? found.Value : null;
}

/// <summary>An answer in a list that can be left and taken up again.</summary>
/// <param name="Response">The answer.</param>
/// <param name="Position">Sorts as the list does; continue after it.</param>
public sealed record ListedResponse(AnalyzedResponse Response, string Position);
