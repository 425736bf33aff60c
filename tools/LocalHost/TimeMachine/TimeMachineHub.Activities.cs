using DurableTask.Core;

namespace CxFunctions.LocalHost.TimeMachine;

// The life of an activity; it is counted as work from its scheduling to its answer.
public sealed partial class TimeMachineHub
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(50);
    private readonly ReadyWork<TaskActivityWorkItem> _activities = new();

    internal async Task<TaskActivityWorkItem?> TakeActivityAsync(TimeSpan patience, CancellationToken cancellation)
    {
        var activity = await _activities.TakeAsync(patience, cancellation).ConfigureAwait(false);
        if (activity is not null && cancellation.IsCancellationRequested)
        {
            // A dispatcher that is stopping drops what it is given.
            _activities.Add(activity);
            throw new OperationCanceledException(cancellation);
        }
        return activity;
    }

    internal void CompleteActivity(TaskMessage answer)
    {
        lock (_lock)
        {
            Deliver(answer);
            Work.End();
        }
    }

    /// <summary>Runs an activity again, after a moment that grows each time: its worker went away before it answered.</summary>
    internal void GiveBack(TaskActivityWorkItem activity)
    {
        var attempts = activity.DeliveryAttempt ?? 1;
        activity.DeliveryAttempt = attempts + 1;
        After(Pause(attempts - 1), () => _activities.Add(activity));
    }

    // 50 ms, twice as long each time, at most 3.2 s; in real time: it is a worker that is waited for, not the product's clock.
    private static TimeSpan Pause(long earlier) => ShortestPause * (1 << (int)Math.Min(earlier, 6));

    private void After(TimeSpan pause, Action then) =>
        Task.Delay(pause, _closing.Token).ContinueWith(_ => then(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);

    private void AddActivity(TaskMessage message)
    {
        Work.Begin();
        _activities.Add(new TaskActivityWorkItem
        {
            Id = $"{message.OrchestrationInstance.InstanceId}/{message.OrchestrationInstance.ExecutionId}/{message.Event.EventId}",
            LockedUntilUtc = DateTime.MaxValue,
            TaskMessage = message,
            DeliveryAttempt = 1,
        });
    }
}
