namespace CxFunctions.Bench.Measuring;

/// <summary>Requests made of the storage, by what was asked of what.</summary>
internal sealed class OperationCounts(IEnumerable<StorageOperation> operations)
{
    private readonly Dictionary<string, StorageOperation> _byKey = operations.ToDictionary(o => o.Key);

    public IReadOnlyCollection<StorageOperation> All => _byKey.Values;

    public double Total => All.Sum(o => o.Count);

    /// <summary>These and those, the latter <paramref name="times"/> over; may be negative.</summary>
    public OperationCounts Plus(OperationCounts others, double times = 1) => new(
        All.Select(o => o.Key).Union(others.All.Select(o => o.Key)).Select(key =>
        {
            var (mine, other) = (_byKey.GetValueOrDefault(key), others._byKey.GetValueOrDefault(key));
            return (mine ?? other)! with
            {
                Count = (mine?.Count ?? 0) + (times * (other?.Count ?? 0)),
                Bytes = (mine?.Bytes ?? 0) + (times * (other?.Bytes ?? 0)),
            };
        }));

    public double Of(StorageGroup group, string hub) => All.Where(o => StorageGroups.Of(o, hub) == group).Sum(o => o.Count);
}
