using Microsoft.DurableTask;

namespace CxFunctions.LocalHost.Durable;

/// <summary>
/// The events of one generation. Early ones wait in order of arrival; of several waits for one name the newest is served
/// first, and one that was cancelled keeps its place, so that an event may go to it and be lost: as in Durable Functions.
/// </summary>
internal sealed class EventInbox(DataConverter converter)
{
    private readonly Dictionary<string, Stack<Waiter>> _waits = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<EventRaised> _early = [];

    /// <summary>Those that nothing waited for, in order of arrival.</summary>
    public IReadOnlyList<EventRaised> Unread => _early;

    public bool HasOpenWaits => _waits.Values.Any(waits => waits.Any(wait => !wait.IsOver));

    /// <param name="isHere">Whether the orchestrator's own thread runs: a token cancelled elsewhere cannot be obeyed.</param>
    public Task<T> Wait<T>(string name, Func<bool> isHere, CancellationToken cancellation)
    {
        if (!_waits.TryGetValue(name, out var waits))
        {
            _waits[name] = waits = new();
        }
        else if (waits.TryPeek(out var other) && other.Type != typeof(T))
        {
            throw new ArgumentException(
                $"Waits for one event must have one type: '{name}' is already waited for as {other.Type.FullName}, not {typeof(T).FullName}.");
        }

        var wait = new Waiter<T>(converter);
        waits.Push(wait);
        if (_early.FindIndex(raised => string.Equals(raised.Name, name, StringComparison.OrdinalIgnoreCase)) is var index and >= 0)
        {
            var raised = _early[index];
            _early.RemoveAt(index);
            Deliver(raised);
        }

        cancellation.Register(() =>
        {
            if (isHere())
            {
                wait.Cancel(cancellation);
            }
        });
        return wait.Task;
    }

    public void Deliver(EventRaised raised)
    {
        if (_waits.TryGetValue(raised.Name, out var waits) && waits.TryPop(out var newest))
        {
            newest.Complete(raised.Data);
        }
        else
        {
            _early.Add(raised);
        }
    }

    private abstract class Waiter
    {
        public abstract Type Type { get; }

        public abstract bool IsOver { get; }

        public abstract void Complete(string? data);
    }

    private sealed class Waiter<T>(DataConverter converter) : Waiter
    {
        private readonly TaskCompletionSource<T> _source = new();

        public override Type Type => typeof(T);

        public override bool IsOver => _source.Task.IsCompleted;

        public Task<T> Task => _source.Task;

        public void Cancel(CancellationToken cancellation) => _source.TrySetCanceled(cancellation);

        public override void Complete(string? data)
        {
            try
            {
                _source.TrySetResult(converter.Deserialize<T>(data)!);
            }
            catch (Exception unreadable)
            {
                _source.TrySetException(unreadable);
            }
        }
    }
}
