using System.Diagnostics;

namespace CxFunctions.Bench.Journeys;

/// <summary>What is to be asked of the host, once or, where it was killed before it answered, again.</summary>
internal sealed class Errands
{
    private readonly Lock _gate = new();
    private readonly LinkedList<string> _waiting = [];
    private readonly HashSet<string> _asked = [];
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public List<string> Errors { get; } = [];

    public int Left
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count + _asked.Count;
            }
        }
    }

    public void Add(string errand) => _waiting.AddLast(errand);

    public Task DoneAsync() => _done.Task;

    /// <summary>Waits until so few are left, or for so long.</summary>
    public async Task LeftAtMostAsync(int count, TimeSpan longest)
    {
        for (var began = Stopwatch.GetTimestamp(); Left > count && Stopwatch.GetElapsedTime(began) < longest;)
        {
            await Task.Delay(2);
        }
    }

    public IReadOnlyList<string> Take(int most)
    {
        lock (_gate)
        {
            List<string> some = [];
            while (some.Count < most && _waiting.First is { } first)
            {
                _waiting.RemoveFirst();
                _asked.Add(first.Value);
                some.Add(first.Value);
            }

            return some;
        }
    }

    public void Answered(string line)
    {
        lock (_gate)
        {
            if (line.StartsWith("error", StringComparison.Ordinal))
            {
                Errors.Add(line);
            }

            _asked.Remove(line);
            if (_waiting.Count + _asked.Count == 0)
            {
                _done.TrySetResult();
            }
        }
    }

    /// <summary>The host is dead: nobody knows what became of what it did not answer.</summary>
    public void AskAgain()
    {
        lock (_gate)
        {
            foreach (var errand in _asked)
            {
                _waiting.AddFirst(errand);
            }

            _asked.Clear();
        }
    }
}
