using DurableTask.Core;
using DurableTask.Core.History;

namespace CxFunctions.LocalHost.TimeMachine;

/// <summary>One instance: what is committed of it, what has come for it since, and the step that is at work. Belongs to the hub's lock.</summary>
/// <param name="started">The event that started its current execution.</param>
/// <param name="now">The product's time, UTC.</param>
internal sealed class HubInstance(ExecutionStartedEvent started, DateTime now)
{
    public OrchestrationState State { get; set; } = InstanceStates.Begun(started, OrchestrationStatus.Pending, now);

    public IList<HistoryEvent> History { get; set; } = [];

    public List<TaskMessage> Inbox { get; set; } = [];

    public HashSet<DurableTimer> Timers { get; } = [];

    /// <summary>Its start message is in the inbox or in the history; before that no step may run.</summary>
    public bool Started { get; set; }

    /// <summary>The start message, while it waits for its time.</summary>
    public TaskMessage? ScheduledStart { get; set; }

    /// <summary>A step is ready or running: counted once by the <see cref="WorkMeter"/>.</summary>
    public bool AtWork { get; set; }

    /// <summary>Purged, or replaced by another of its id: what still runs for it counts for nothing.</summary>
    public bool Retired { get; set; }

    public StepWorkItem? Step { get; set; }

    /// <summary>How often in a row its step was given back undone.</summary>
    public int GivenBack { get; set; }

    /// <summary>The custom status that a new generation shows after its first step, unless that sets another: so production does.</summary>
    public string? CarriedStatus { get; set; }

    public string Id => State.OrchestrationInstance.InstanceId;

    public string ExecutionId => State.OrchestrationInstance.ExecutionId;

    public bool HasEnded => InstanceStates.IsEnd(State.OrchestrationStatus);

    public void StopTimers()
    {
        foreach (var timer in Timers)
        {
            timer.Dispose();
        }
        Timers.Clear();
    }

    /// <summary>Whether a message is for the execution that runs now; answers to an earlier generation are not.</summary>
    public bool Accepts(TaskMessage message) =>
        !HasEnded && (string.IsNullOrEmpty(message.OrchestrationInstance.ExecutionId) || message.OrchestrationInstance.ExecutionId == ExecutionId);
}
