using CxFunctions.LocalHost.Functions;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.LocalHost.Timers;

/// <summary>Runs one timer function by its schedule.</summary>
internal sealed class TimerListener(
    FunctionDescriptor function, Schedule schedule, FunctionInvoker invoker, TimerStore store, TimeProvider clock,
    ActivityCounter activity, ILogger logger)
{
    private readonly TimerTriggerAttribute _trigger = (TimerTriggerAttribute)function.Trigger;
    private ScheduleStatus _status = new();

    private volatile bool _armed;

    /// <summary>Waits for its next time, with the clock knowing of it.</summary>
    public bool IsQuiet => _armed;

    public string Function => function.Name;

    public string Expression => schedule.Expression;

    public DateTimeOffset? LastRun { get; private set; }

    public DateTimeOffset NextRun { get; private set; }

    private bool IsMonitored { get; } = ((TimerTriggerAttribute)function.Trigger).UseMonitor && !schedule.IsFrequent(clock.GetUtcNow());

    /// <summary>Runs until <paramref name="stopping"/>; then waits for the run that is under way.</summary>
    /// <param name="stopping">No more runs begin.</param>
    /// <param name="giveUp">Cancels a run.</param>
    public async Task RunAsync(CancellationToken stopping, CancellationToken giveUp)
    {
        var start = clock.GetUtcNow();
        _status = Recall(start);
        var pastDue = IsMonitored && _status.Next <= start.UtcDateTime;
        NextRun = pastDue ? new DateTimeOffset(_status.Next, TimeSpan.Zero) : schedule.Next(start);
        if (pastDue || _trigger.RunOnStartup)
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
        var info = new TimerInfo { IsPastDue = pastDue, ScheduleStatus = IsMonitored ? _status : null };
        try
        {
            await invoker.InvokeAsync(function, new TriggerPayload { Bind = type => type.IsInstanceOfType(info) ? info : throw new NotSupportedException("a timer gives TimerInfo.") }, giveUp);
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

    private ScheduleStatus Recall(DateTimeOffset now)
    {
        if (store.Find(function.Name) is { } known)
        {
            LastRun = known.Status.Last == default ? null : new DateTimeOffset(known.Status.Last, TimeSpan.Zero);
            // A schedule that was changed while the host was down is counted anew from the last run.
            return known.Schedule == schedule.Expression ? known.Status : Status(known.Status.Last, schedule.Next(known.Status.LastUpdated), known.Status.LastUpdated);
        }
        return Status(default, schedule.Next(now), now.UtcDateTime);
    }

    private void Remember(DateTime last, DateTimeOffset next)
    {
        _status = Status(last, next, clock.GetUtcNow().UtcDateTime);
        if (IsMonitored)
        {
            store.Write(function.Name, new(schedule.Expression, _status));
        }
    }

    private static ScheduleStatus Status(DateTime last, DateTimeOffset next, DateTime updated) =>
        new() { Last = last, Next = next.UtcDateTime, LastUpdated = updated };
}
