using DurableTask.Core;
using DurableTask.Core.History;

namespace CxFunctions.LocalHost.TimeMachine;

// How a message reaches its instance. All of it runs under the hub's lock.
public sealed partial class TimeMachineHub
{
    private readonly ReadyWork<HubInstance> _steps = new();

    private static DateTime Utc(DateTime time) => time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : DateTime.SpecifyKind(time, DateTimeKind.Utc);

    private void Deliver(TaskMessage message)
    {
        if (message.Event is ExecutionStartedEvent started)
        {
            BeginChild(message, started);
        }
        else if (_instances.TryGetValue(message.OrchestrationInstance.InstanceId, out var instance) && instance.Accepts(message))
        {
            message.Event.Timestamp = Now;
            instance.Inbox.Add(message);
            if (message.Event is ExecutionTerminatedEvent && instance.ScheduledStart is { } start)
            {
                // It ends now, not when it was to start; the engine ends only what has started.
                instance.StopTimers();
                Start(instance, start);
            }
            Wake(instance);
        }
        // What is for an unknown or ended instance, or for an earlier generation, is dropped, as production does.
    }

    private void BeginChild(TaskMessage message, ExecutionStartedEvent started)
    {
        if (!_instances.TryGetValue(started.OrchestrationInstance.InstanceId, out var there) || there.HasEnded)
        {
            Begin(message);
        }
        else if (started.ParentInstance is { } parent)
        {
            // Production drops the second start and leaves the parent waiting for ever; being told is better.
            Deliver(new TaskMessage
            {
                OrchestrationInstance = parent.OrchestrationInstance,
                Event = new SubOrchestrationInstanceFailedEvent(-1, parent.TaskScheduleId, $"An orchestration with id '{there.Id}' already exists.", null),
            });
        }
    }

    private void Wake(HubInstance instance)
    {
        if (instance is { AtWork: false, Started: true, Inbox.Count: > 0 })
        {
            instance.AtWork = true;
            Work.Begin();
            _steps.Add(instance);
        }
    }

    private void SetTimer(HubInstance instance, DateTime due, Action fire)
    {
        var timer = new DurableTimer(clock, new DateTimeOffset(due), rung =>
        {
            lock (_lock)
            {
                rung.Dispose();
                if (instance.Timers.Remove(rung))
                {
                    fire();
                }
            }
        });
        instance.Timers.Add(timer);
        timer.Start();
    }

    private void Retire(HubInstance instance)
    {
        instance.Retired = true;
        instance.StopTimers();
    }
}
