using Azure;
using Azure.Data.Tables;

namespace CxFunctions.Rollups;

internal sealed record StoredRollup(Rollup Rollup, ETag ETag);

/// <summary>What is stored together, as it was read, and what became of it since.</summary>
internal sealed class RollupPartition(string partition, Dictionary<string, StoredRollup> stored)
{
    private readonly Dictionary<string, Rollup> _current = stored.ToDictionary(s => s.Key, s => s.Value.Rollup, StringComparer.Ordinal);

    /// <summary>The rollups with all replacements made.</summary>
    public IReadOnlyCollection<Rollup> Rollups => _current.Values;

    /// <summary>The buckets shall hold what was computed and nothing else.</summary>
    public void Replace(IReadOnlySet<DateTimeOffset> buckets, IEnumerable<Rollup> computed)
    {
        foreach (var (row, _) in _current.Where(c => buckets.Contains(c.Value.Bucket)).ToList())
        {
            _current.Remove(row);
        }
        foreach (var rollup in computed)
        {
            _current[RollupEntity.Row(rollup.Key, rollup.Bucket)] = rollup;
        }
    }

    /// <summary>What must be written for the replacements: only what differs, each row under the ETag it was read with.</summary>
    public IEnumerable<TableTransactionAction> Changes()
    {
        foreach (var (row, rollup) in _current)
        {
            if (!stored.TryGetValue(row, out var before))
            {
                yield return new TableTransactionAction(TableTransactionActionType.Add, RollupEntity.Write(partition, rollup));
            }
            else if (!before.Rollup.Counts.Equals(rollup.Counts))
            {
                yield return new TableTransactionAction(TableTransactionActionType.UpdateReplace, RollupEntity.Write(partition, rollup), before.ETag);
            }
        }
        foreach (var (_, gone) in stored.Where(s => !_current.ContainsKey(s.Key)))
        {
            yield return new TableTransactionAction(TableTransactionActionType.Delete, RollupEntity.Write(partition, gone.Rollup), gone.ETag);
        }
    }
}
