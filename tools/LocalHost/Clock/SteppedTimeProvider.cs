namespace CxFunctions.LocalHost.Clock;

/// <summary>
/// Time that stands still until <see cref="AdvanceTo"/> or <see cref="Advance"/> moves it. Timers fire on the thread that
/// advances, one due time after the other and in the order in which they were set, with the clock reading that due time.
/// </summary>
/// <param name="start">The time at which it stands.</param>
public sealed class SteppedTimeProvider(DateTimeOffset start) : TimeProvider
{
    private readonly DateTimeOffset _start = start.ToUniversalTime();
    private readonly Lock _lock = new();
    private readonly SortedSet<SteppedTimer> _due = new(SteppedTimer.ByDueTime);
    private DateTimeOffset _now = start.ToUniversalTime();
    private long _sequence;

    /// <summary>When the next timer falls due, or null when none is set.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_lock)
            {
                return _due.Min?.Due;
            }
        }
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => (GetUtcNow() - _start).Ticks;

    /// <summary>Moves the clock forward and fires what falls due on the way.</summary>
    /// <param name="by">How far; not negative.</param>
    public void Advance(TimeSpan by) => AdvanceTo(GetUtcNow() + by);

    /// <summary>Moves the clock forward to a time and fires what falls due on the way.</summary>
    /// <param name="target">The time it then reads.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time has passed: clocks don't go back.</exception>
    public void AdvanceTo(DateTimeOffset target)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(target, GetUtcNow());
        while (TakeDue(target) is { } timer)
        {
            timer.Fire();
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new SteppedTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    internal bool Set(SteppedTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            if (timer.Disposed)
            {
                return false;
            }
            _due.Remove(timer);
            timer.Period = period;
            if (dueTime == TimeSpan.Zero)
            {
                // As the system's timers do: "now" means at once, but not on the caller's stack.
                ThreadPool.UnsafeQueueUserWorkItem(static due => due.Fire(), timer, preferLocal: false);
                dueTime = period > TimeSpan.Zero ? period : Timeout.InfiniteTimeSpan;
            }
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                Add(timer, _now + dueTime);
            }
            return true;
        }
    }

    internal void Remove(SteppedTimer timer)
    {
        lock (_lock)
        {
            timer.Disposed = true;
            _due.Remove(timer);
        }
    }

    private SteppedTimer? TakeDue(DateTimeOffset target)
    {
        lock (_lock)
        {
            if (_due.Min is not { } timer || timer.Due > target)
            {
                _now = target > _now ? target : _now;
                return null;
            }
            _due.Remove(timer);
            _now = timer.Due > _now ? timer.Due : _now;
            if (timer.Period > TimeSpan.Zero)
            {
                Add(timer, timer.Due + timer.Period);
            }
            return timer;
        }
    }

    private void Add(SteppedTimer timer, DateTimeOffset due)
    {
        timer.Due = due;
        timer.Sequence = ++_sequence;
        _due.Add(timer);
    }
}
