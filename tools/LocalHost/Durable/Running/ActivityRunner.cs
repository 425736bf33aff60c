using System.Collections.Concurrent;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace CxFunctions.LocalHost.Durable;

/// <summary>Runs activities, so many at once, and posts how they ended. What a stop interrupts runs again at the next start.</summary>
/// <param name="stop">From then on none begins; those that run may still end.</param>
internal sealed class ActivityRunner(
    ActivityTable activities, DataConverter converter, int atOnce, PostOffice post, WorkCount work, ILogger log, CancellationToken stop)
{
    private readonly SemaphoreSlim _places = new(atOnce);
    private readonly ConcurrentDictionary<(string Execution, int Id), bool> _running = [];

    /// <summary>Starts those that do not run already.</summary>
    public void Start(Instance instance, IEnumerable<TaskScheduled> scheduled)
    {
        foreach (var task in scheduled)
        {
            if (_running.TryAdd((instance.Execution, task.Id), true))
            {
                work.Begin();
                _ = Task.Run(() => RunAsync(instance.Id, instance.Execution, task), CancellationToken.None);
            }
        }
    }

    private async Task RunAsync(string instanceId, string execution, TaskScheduled task)
    {
        try
        {
            await _places.WaitAsync(stop).ConfigureAwait(false);
            try
            {
                // The place is kept until the end is committed: a kill can make no more than so many run again.
                var answer = await CallAsync(instanceId, task).ConfigureAwait(false);
                await post.Post(instanceId, new ActivityEnded(execution, answer)).ConfigureAwait(false);
            }
            finally
            {
                _places.Release();
            }
        }
        catch (OperationCanceledException)
        {
            // The engine stops; the activity's end was not committed, so it runs again.
        }
        finally
        {
            _running.TryRemove((execution, task.Id), out _);
            work.End();
        }
    }

    private async Task<Answered> CallAsync(string instanceId, TaskScheduled task)
    {
        if (activities.Find(task.Name, task.Version) is not { } code)
        {
            return Failed(instanceId, task, FailureText.Write("ActivityTaskNotFound", $"No activity task named '{task.Name}' was found."), true, "ActivityTaskNotFound");
        }

        try
        {
            var result = await code(new CalledActivity(task.Name, instanceId, task.Version), task.Data).ConfigureAwait(false);
            return new TaskCompleted(task.Id) { Data = converter.Serialize(result) };
        }
        catch (Exception error) when (error is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            return Failed(instanceId, task, FailureText.Write(error), false, error.GetType().Name);
        }
    }

    private TaskFailed Failed(string instanceId, TaskScheduled task, string failure, bool final, string type)
    {
        DurableLog.ActivityFailed(log, task.Name, task.Id, instanceId, type);
        return new TaskFailed(task.Id, final) { Data = failure };
    }

    private sealed class CalledActivity(string name, string instanceId, string version) : TaskActivityContext
    {
        public override TaskName Name => name;

        public override string InstanceId => instanceId;

        public override string Version => version;
    }
}
