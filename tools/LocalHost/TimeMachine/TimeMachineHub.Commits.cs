using DurableTask.Core;
using DurableTask.Core.History;

namespace CxFunctions.LocalHost.TimeMachine;

// What a completed step leaves behind. All of it runs under the hub's lock.
public sealed partial class TimeMachineHub
{
    private void Commit(HubInstance instance, StepOutcome outcome)
    {
        var now = Now;
        outcome.Stamp(now);
        instance.History = outcome.State.Events;
        if (outcome.Summary is { } summary)
        {
            summary.LastUpdatedTime = now;
            summary.Status ??= instance.CarriedStatus;
            instance.CarriedStatus = null;
            summary.CompletedTime = InstanceStates.IsEnd(summary.OrchestrationStatus) ? now : instance.State.CompletedTime;
            instance.State = summary;
        }
        if (instance.HasEnded)
        {
            instance.StopTimers();
            instance.Inbox = [];
            TellEnded(instance);
        }
    }

    private void Continue(HubInstance instance, GenerationStart next, string? status)
    {
        instance.StopTimers();
        instance.History = [];
        instance.CarriedStatus = status;
        instance.State = InstanceStates.Begun(next.Started, OrchestrationStatus.Running, Now);
        instance.State.Status = status;
        next.Started.Timestamp = instance.State.CreatedTime;
        instance.Inbox.InsertRange(0, next.Messages());
    }

    private void Dispatch(HubInstance instance, StepOutcome outcome)
    {
        foreach (var activity in outcome.Activities)
        {
            AddActivity(activity);
        }
        if (!instance.HasEnded)
        {
            foreach (var timer in outcome.Timers)
            {
                SetTimer(instance, Utc(((TimerFiredEvent)timer.Event).FireAt) - early, () => Deliver(timer));
            }
        }
        foreach (var message in outcome.Messages)
        {
            Deliver(message);
        }
    }
}
