using System.Collections;

namespace CxFunctions.LocalHost.Durable;

/// <summary>
/// A history that appending does not change: the longer one is a new view of the same storage, so a commit that fails costs
/// nothing to undo and a commit that succeeds copies nothing.
/// </summary>
internal sealed class HistoryList : IReadOnlyList<HistoryEvent>
{
    public static readonly HistoryList Empty = new([], 0);

    private readonly List<HistoryEvent> _storage;

    private HistoryList(List<HistoryEvent> storage, int count) => (_storage, Count) = (storage, count);

    public int Count { get; }

    public HistoryEvent this[int index] => index < Count ? _storage[index] : throw new ArgumentOutOfRangeException(nameof(index));

    public static HistoryList From(IEnumerable<HistoryEvent> events)
    {
        List<HistoryEvent> storage = [.. events];
        return new(storage, storage.Count);
    }

    public HistoryList Append(IReadOnlyCollection<HistoryEvent> events)
    {
        lock (_storage)
        {
            // Only the longest view may grow the storage that it shares; any other has been overtaken.
            var storage = _storage.Count == Count && Count > 0 ? _storage : [.. _storage.Take(Count)];
            storage.AddRange(events);
            return new(storage, storage.Count);
        }
    }

    public IEnumerator<HistoryEvent> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return _storage[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
