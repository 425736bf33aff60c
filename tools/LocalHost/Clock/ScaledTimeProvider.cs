using System.Diagnostics;

namespace CxFunctions.LocalHost.Clock;

/// <summary>
/// Time that runs <paramref name="speed"/> times as fast as the wall clock, from <paramref name="start"/> on. Timers and
/// timestamps are scaled alike, so that a delay of an hour ends after 3600 / speed real seconds.
/// </summary>
/// <param name="speed">Virtual seconds per real second; above 0.</param>
/// <param name="start">The virtual time at which it starts.</param>
public sealed class ScaledTimeProvider(double speed, DateTimeOffset start) : TimeProvider
{
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(49);
    private readonly long _origin = Stopwatch.GetTimestamp();

    /// <summary>Virtual seconds per real second.</summary>
    public double Speed { get; } = speed > 0 && double.IsFinite(speed)
        ? speed
        : throw new ArgumentOutOfRangeException(nameof(speed), speed, "The speed of the clock must be above 0.");

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => start.ToUniversalTime().AddTicks(GetTimestamp());

    /// <inheritdoc/>
    public override long GetTimestamp() => (long)(Stopwatch.GetElapsedTime(_origin).Ticks * Speed);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new ScaledTimer(System.CreateTimer(callback, state, ToReal(dueTime), ToReal(period)), this);

    /// <summary>The real time that a virtual delay takes.</summary>
    /// <param name="delay">A virtual delay, or <see cref="Timeout.InfiniteTimeSpan"/>.</param>
    /// <returns>The same in real time; never rounded down to nothing, which would fire before its time.</returns>
    public TimeSpan ToReal(TimeSpan delay)
    {
        if (delay == Timeout.InfiniteTimeSpan || delay <= TimeSpan.Zero)
        {
            return delay;
        }
        var real = TimeSpan.FromMilliseconds(Math.Ceiling(delay.TotalMilliseconds / Speed));
        return real < LongestTimer ? real : LongestTimer;
    }

    private sealed class ScaledTimer(ITimer timer, ScaledTimeProvider clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(clock.ToReal(dueTime), clock.ToReal(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
