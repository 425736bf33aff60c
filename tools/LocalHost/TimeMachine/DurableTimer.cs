namespace CxFunctions.LocalHost.TimeMachine;

/// <summary>One alarm on the product's clock: it rings at its time or after it, never before.</summary>
/// <param name="clock">The product's clock.</param>
/// <param name="due">When it rings.</param>
/// <param name="ring">What then happens; on the clock's own thread, so that a stepped clock has no work left unseen.</param>
internal sealed class DurableTimer(TimeProvider clock, DateTimeOffset due, Action<DurableTimer> ring) : IDisposable
{
    // The system's timers take no more than 49.7 days; a longer wait is made of several.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(40);

    private ITimer? _timer;

    /// <summary>Sets the alarm; one that is due already rings before this returns.</summary>
    public void Start()
    {
        using (ExecutionContext.IsFlowSuppressed() ? default(AsyncFlowControl?) : ExecutionContext.SuppressFlow())
        {
            _timer = clock.CreateTimer(static timer => ((DurableTimer)timer!).Arm(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
        Arm();
    }

    /// <inheritdoc/>
    public void Dispose() => _timer?.Dispose();

    private void Arm()
    {
        // A stepped clock may be moved between the reading and the setting, which would put the alarm off: look again.
        var now = clock.GetUtcNow();
        for (var looks = 0; looks < 3 && now < due; looks++)
        {
            var read = now;
            _timer!.Change(due - read < Longest ? due - read : Longest, Timeout.InfiniteTimeSpan);
            now = clock.GetUtcNow();
            if (now == read)
            {
                return;
            }
        }
        if (now >= due)
        {
            ring(this);
        }
    }
}
