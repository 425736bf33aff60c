namespace CxFunctions.Rollups;

/// <summary>
/// The partitions of a program that one run reads and writes. All are opened before a single fact is read: whoever wrote one of them since had
/// newer facts, and the ETags then stop this run instead of letting it write older numbers over newer ones.
/// </summary>
internal sealed class OpenRollups(RollupStore store, string program, ProgramCalendar calendar)
{
    private readonly Dictionary<(string Touchpoint, Grain Grain, DateTimeOffset Partition), RollupPartition> _open = [];

    public RollupPartition this[string touchpoint, Grain grain, DateTimeOffset at] => _open[(touchpoint, grain, calendar.PartitionOf(grain, at))];

    public async Task OpenAsync(string touchpoint, Grain grain, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var key = (touchpoint, grain, calendar.PartitionOf(grain, at));
        if (!_open.ContainsKey(key))
        {
            _open.Add(key, await store.OpenAsync(program, touchpoint, grain, at, cancellationToken));
        }
    }

    /// <summary>Merges the finer grain, as it is by now, into the bucket.</summary>
    public void Coarsen(string touchpoint, Grain grain, Grain finer, DateTimeOffset bucket) =>
        this[touchpoint, grain, bucket].Replace(new HashSet<DateTimeOffset> { bucket }, RollupRules.Merge(calendar, touchpoint, grain, this[touchpoint, finer, bucket].Rollups));

    /// <summary>Hours first: a run cut off in between leaves its marks, and days are never ahead of their hours.</summary>
    /// <exception cref="Azure.RequestFailedException">409 or 412: another run was here meanwhile.</exception>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        foreach (var (_, partition) in _open.OrderBy(o => o.Key.Grain))
        {
            await store.SaveAsync(partition, cancellationToken);
        }
    }
}
