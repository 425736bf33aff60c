using Azure.Data.Tables;
using CxFunctions.Foundation;
using CxFunctions.Messages;

namespace CxFunctions.Rollups;

/// <summary>Table Facts: one row a surveyed transaction, in the partition of its program, touchpoint and UTC hour.</summary>
public sealed class FactStore(TableServiceClient tables)
{
    private readonly TableClient _table = tables.GetTableClient(TableNames.Facts);

    /// <summary>Merges the news into the row; writers of one row take turns by ETag.</summary>
    public Task MergeAsync(FactChanged news, CancellationToken cancellationToken)
    {
        var fact = FactRules.From(news);
        return ContendedWrite.RunAsync(() => MergeAsync(fact, cancellationToken), cancellationToken);
    }

    /// <summary>All facts of the hour, as they are now.</summary>
    public async IAsyncEnumerable<Fact> OfHourAsync(DirtyHour hour, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var partition = FactEntity.Partition(hour.Program, hour.Touchpoint, hour.Hour);
        await foreach (var row in _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), cancellationToken: cancellationToken))
        {
            yield return FactEntity.Read(row);
        }
    }

    /// <summary>Every hour in which the program has facts: one short query for each, however many facts it has.</summary>
    public async IAsyncEnumerable<DirtyHour> HoursAsync(string program, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var end = TableKey.Escape(program) + (char)(TableKey.Separator + 1);
        for (var last = TableKey.Of(program, ""); ;)
        {
            var next = await _table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey gt {last} and PartitionKey lt {end}"), maxPerPage: 1, ["PartitionKey"], cancellationToken).FirstOrDefaultAsync(cancellationToken);
            if (next is null)
            {
                yield break;
            }
            last = next.PartitionKey;
            // Ids of programs and touchpoints hold nothing that a key would escape.
            yield return last.Split(TableKey.Separator) is [_, var touchpoint, var hour] ? new DirtyHour(program, touchpoint, UtcHour.Parse(hour)) : throw new FormatException("A partition of facts is not named as one.");
        }
    }

    private async Task MergeAsync(Fact fact, CancellationToken cancellationToken)
    {
        var partition = FactEntity.Partition(fact.Program, fact.Touchpoint, fact.OccurredAt);
        var stored = await _table.GetEntityIfExistsAsync<TableEntity>(partition, FactEntity.Row(fact.JourneyId), cancellationToken: cancellationToken);
        if (!stored.HasValue)
        {
            await _table.AddEntityAsync(FactEntity.Write(fact), cancellationToken);
            return;
        }
        var before = FactEntity.Read(stored.Value!);
        var after = FactRules.Merge(before, fact);
        if (!FactRules.Same(before, after))
        {
            await _table.UpdateEntityAsync(FactEntity.Write(after), stored.Value!.ETag, TableUpdateMode.Replace, cancellationToken);
        }
    }
}
