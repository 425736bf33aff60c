using Azure;
using Azure.Data.Tables;

namespace CxFunctions.Rollups;

internal sealed record StoredRollup(Rollup Rollup, ETag ETag);

/// <summary>What is stored together, as it was read.</summary>
internal sealed class RollupPartition(IReadOnlyDictionary<string, StoredRollup> stored)
{
    public IEnumerable<Rollup> Rollups => stored.Values.Select(s => s.Rollup);

    /// <summary>What must be written so that the buckets hold what was computed and nothing else.</summary>
    public IEnumerable<TableTransactionAction> Changes(IReadOnlySet<DateTimeOffset> buckets, IEnumerable<Rollup> computed)
    {
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rollup in computed)
        {
            var row = RollupEntity.Row(rollup.Key, rollup.Bucket);
            kept.Add(row);
            if (!stored.TryGetValue(row, out var before))
            {
                yield return new TableTransactionAction(TableTransactionActionType.Add, RollupEntity.Write(rollup));
            }
            else if (!before.Rollup.Counts.Equals(rollup.Counts))
            {
                yield return new TableTransactionAction(TableTransactionActionType.UpdateReplace, RollupEntity.Write(rollup), before.ETag);
            }
        }
        foreach (var (row, before) in stored.Where(s => buckets.Contains(s.Value.Rollup.Bucket) && !kept.Contains(s.Key)))
        {
            yield return new TableTransactionAction(TableTransactionActionType.Delete, RollupEntity.Write(before.Rollup), before.ETag);
        }
    }
}
