using CxFunctions.LocalHost.Functions;
using CxFunctions.LocalHost.Running;

namespace CxFunctions.LocalHost.Timers;

/// <summary>Runs one timer function by its schedule.</summary>
/// <param name="function">The function.</param>
/// <param name="schedule">When.</param>
/// <param name="run">Calls it.</param>
/// <param name="store">Remembers its runs over a restart.</param>
/// <param name="clock">The product's clock.</param>
/// <param name="activity">Counts what goes on.</param>
/// <param name="logger">Told of failures.</param>
internal sealed class TimerListener(
    FunctionDescriptor function, Schedule schedule, Func<TimerCall, CancellationToken, Task> run, TimerStore store, TimeProvider clock,
    ActivityCounter activity, ILogger logger)
{
    private TimerStatus _status = new(default, default, default);
    private volatile bool _armed;

    /// <summary>Waits for its next time, with the clock knowing of it.</summary>
    public bool IsQuiet => _armed;

    public string Function => function.Name;

    public string Expression => schedule.Expression;

    public DateTimeOffset? LastRun { get; private set; }

    public DateTimeOffset NextRun { get; private set; }

    private bool IsMonitored { get; } = function.Trigger.Flag("useMonitor", otherwise: true) && !schedule.IsFrequent(clock.GetUtcNow());

    /// <summary>Runs until <paramref name="stopping"/>; then waits for the run that is under way.</summary>
    /// <param name="stopping">No more runs begin.</param>
    /// <param name="giveUp">Cancels a run.</param>
    public async Task RunAsync(CancellationToken stopping, CancellationToken giveUp)
    {
        var start = clock.GetUtcNow();
        _status = Recall(start);
        var pastDue = IsMonitored && _status.Next <= start.UtcDateTime;
        NextRun = pastDue ? new DateTimeOffset(_status.Next, TimeSpan.Zero) : schedule.Next(start);
        if (pastDue || function.Trigger.Flag("runOnStartup"))
        {
            using var running = activity.Begin();
            await RunOnceAsync(pastDue ? NextRun : start, pastDue, giveUp);
        }
        while (!stopping.IsCancellationRequested)
        {
            NextRun = schedule.Next(clock.GetUtcNow());
            Remember(_status.Last, NextRun);
            using var running = await DueAsync(NextRun, stopping);
            if (running is not null)
            {
                await RunOnceAsync(NextRun, pastDue: false, giveUp);
            }
        }
    }

    private async Task RunOnceAsync(DateTimeOffset occurrence, bool pastDue, CancellationToken giveUp)
    {
        try
        {
            await run(new TimerCall(pastDue, IsMonitored ? _status : null), giveUp);
        }
        catch (Exception failure)
        {
            TimerLog.Failed(logger, failure, function.Name);
        }
        LastRun = clock.GetUtcNow();
        Remember(occurrence.UtcDateTime, schedule.Next(LastRun.Value));
    }

    // Something is going on from the moment the timer fires, on the thread that steps the clock; the result's disposal ends it.
    private async Task<IDisposable?> DueAsync(DateTimeOffset due, CancellationToken stopping)
    {
        var fired = new TaskCompletionSource<IDisposable>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var timer = clock.CreateTimer(
            _ => Fire(fired), null, Until(due), Timeout.InfiniteTimeSpan);
        _armed = true;
        using var stop = stopping.Register(() => fired.TrySetCanceled(stopping));
        try
        {
            var running = await fired.Task;
            if (clock.GetUtcNow() >= due)
            {
                return running;
            }
            // The system's timers may fire a moment early.
            running.Dispose();
            return await DueAsync(due, stopping);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private void Fire(TaskCompletionSource<IDisposable> fired)
    {
        var running = activity.Begin();
        _armed = false;
        if (!fired.TrySetResult(running))
        {
            running.Dispose();
        }
    }

    private TimeSpan Until(DateTimeOffset due)
    {
        var wait = due - clock.GetUtcNow();
        return wait > TimeSpan.FromMilliseconds(1) ? wait : TimeSpan.FromMilliseconds(1);
    }

    private TimerStatus Recall(DateTimeOffset now)
    {
        if (store.Find(function.Name) is { } known)
        {
            LastRun = known.Status.Last == default ? null : new DateTimeOffset(known.Status.Last, TimeSpan.Zero);
            // A schedule that was changed while the host was down is counted anew from the last run.
            return known.Schedule == schedule.Expression ? known.Status : known.Status with { Next = schedule.Next(known.Status.LastUpdated).UtcDateTime };
        }
        return new(default, schedule.Next(now).UtcDateTime, now.UtcDateTime);
    }

    private void Remember(DateTime last, DateTimeOffset next)
    {
        _status = new(last, next.UtcDateTime, clock.GetUtcNow().UtcDateTime);
        if (IsMonitored)
        {
            store.Write(function.Name, new(schedule.Expression, _status));
        }
    }
}
