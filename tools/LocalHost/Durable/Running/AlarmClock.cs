namespace CxFunctions.LocalHost.Durable;

/// <summary>
/// When to wake which instance: one entry an instance in memory, and one timer of the time provider for the earliest of them.
/// Shortly before its time an instance is announced, so that it can be read while there is time: many may fall due together.
/// </summary>
internal sealed class AlarmClock : IDisposable
{
    /// <summary>Timers reach about 49 days; a far alarm is set again on the way.</summary>
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(20);

    /// <summary>By the provider's clock.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly PriorityQueue<(string Id, DateTime Due), DateTime> _queue = new();
    private readonly Dictionary<string, DateTime> _due = [];
    private readonly TimeProvider _time;
    private readonly Action<string> _wake;
    private readonly Action<string> _announce;
    private readonly ITimer _timer;
    private DateTime _armedFor = DateTime.MaxValue;

    public AlarmClock(TimeProvider time, Action<string> announce, Action<string> wake)
    {
        (_time, _announce, _wake) = (time, announce, wake);
        _timer = time.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _due.Count;
            }
        }
    }

    /// <summary>Whether an alarm should have rung by now.</summary>
    public bool IsLate
    {
        get
        {
            lock (_gate)
            {
                return _queue.TryPeek(out var alarm, out var at) && at <= Now && IsSet(alarm);
            }
        }
    }

    private DateTime Now => _time.GetUtcNow().UtcDateTime;

    /// <summary>Sets, moves or (null) clears the alarm of an instance.</summary>
    public void Set(string id, DateTime? due)
    {
        lock (_gate)
        {
            if (due is not { } at)
            {
                _due.Remove(id);
            }
            else if (!_due.TryGetValue(id, out var known) || known != at)
            {
                _due[id] = at;
                _queue.Enqueue((id, at), at - Now > Ahead ? at - Ahead : at);
                Tidy();
            }

            Arm();
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Ring()
    {
        lock (_gate)
        {
            var now = Now;
            while (_queue.TryPeek(out var alarm, out var at) && at <= now)
            {
                _queue.Dequeue();
                if (IsSet(alarm))
                {
                    // Told under the lock: whoever sees no late alarm then sees the work that it became.
                    Tell(alarm.Id, alarm.Due, now);
                }
            }

            _armedFor = DateTime.MaxValue;
            Arm();
        }
    }

    private void Tell(string id, DateTime due, DateTime now)
    {
        if (due <= now)
        {
            _due.Remove(id);
            _wake(id);
        }
        else
        {
            _queue.Enqueue((id, due), due);
            _announce(id);
        }
    }

    private void Arm()
    {
        while (_queue.TryPeek(out var alarm, out var at))
        {
            if (!IsSet(alarm))
            {
                _queue.Dequeue();
                continue;
            }

            if (at < _armedFor)
            {
                _armedFor = at;
                var wait = at - Now;
                _timer.Change(wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Furthest ? Furthest : Up(wait), Timeout.InfiniteTimeSpan);
            }

            return;
        }
    }

    private bool IsSet((string Id, DateTime Due) alarm) => _due.TryGetValue(alarm.Id, out var current) && current == alarm.Due;

    /// <summary>Whole milliseconds, since timers cut off the rest and would ring early again and again.</summary>
    private static TimeSpan Up(TimeSpan wait) => TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));

    /// <summary>Alarms that were moved stay in the queue until their time; when most are such, the queue is made anew.</summary>
    private void Tidy()
    {
        if (_queue.Count > 1000 && _queue.Count > 3 * _due.Count)
        {
            _queue.Clear();
            _queue.EnqueueRange(_due.Select(alarm => ((alarm.Key, alarm.Value), alarm.Value)));
        }
    }
}
