namespace CxFunctions.LocalHost.Clock;

/// <summary>A timer of a <see cref="SteppedTimeProvider"/>; its fields belong to that clock's lock.</summary>
internal sealed class SteppedTimer(SteppedTimeProvider clock, TimerCallback callback, object? state) : ITimer
{
    private readonly ExecutionContext? _context = ExecutionContext.Capture();

    public static IComparer<SteppedTimer> ByDueTime { get; } = Comparer<SteppedTimer>.Create(
        (a, b) => a.Due != b.Due ? a.Due.CompareTo(b.Due) : a.Sequence.CompareTo(b.Sequence));

    public DateTimeOffset Due { get; set; }

    public long Sequence { get; set; }

    public TimeSpan Period { get; set; }

    public bool Disposed { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period) => clock.Set(this, dueTime, period);

    public void Fire()
    {
        if (_context is null)
        {
            callback(state);
        }
        else
        {
            ExecutionContext.Run(_context, static timer => ((SteppedTimer)timer!).Call(), this);
        }
    }

    public void Dispose() => clock.Remove(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Call() => callback(state);
}
