using DurableTask.Core;
using DurableTask.Core.History;

namespace CxFunctions.LocalHost.TimeMachine;

// The life of a step: taken, and completed or given back.
public sealed partial class TimeMachineHub
{
    internal async Task<TaskOrchestrationWorkItem?> TakeStepAsync(TimeSpan patience, CancellationToken cancellation)
    {
        while (await _steps.TakeAsync(patience, cancellation).ConfigureAwait(false) is { } instance)
        {
            if (Open(instance) is { } step)
            {
                return step;
            }
        }
        return null;
    }

    internal void ObserveStep(int messages, OrchestrationRuntimeState state)
    {
        lock (_lock)
        {
            if (state.OrchestrationInstance is { } of && _instances.TryGetValue(of.InstanceId, out var instance))
            {
                instance.Step?.Continuation.Observe(messages, state);
            }
        }
    }

    internal void CompleteStep(StepWorkItem step, StepOutcome outcome)
    {
        step.ThrowIfOnWallClock();
        lock (_lock)
        {
            var instance = step.Instance;
            instance.Step = null;
            if (!instance.Retired)
            {
                if (step.Continuation.Next(outcome.State) is { } next)
                {
                    outcome = outcome.Of(step.Continuation);
                    Continue(instance, next, outcome.State.Status ?? step.OrchestrationRuntimeState.Status);
                }
                else
                {
                    Commit(instance, outcome);
                }
                instance.GivenBack = 0;
                instance.AtWork = false;
                Dispatch(instance, outcome);
                Wake(instance);
            }
            Work.End();
        }
    }

    /// <summary>Puts a step back, unless it was completed; it is ready again after a moment that grows each time.</summary>
    internal void GiveBack(StepWorkItem step)
    {
        lock (_lock)
        {
            var instance = step.Instance;
            if (instance.Step != step)
            {
                return;
            }
            instance.Step = null;
            instance.Inbox.InsertRange(0, step.Delivered);
            After(Pause(instance.GivenBack++), () => _steps.Add(instance));
        }
    }

    private StepWorkItem? Open(HubInstance instance)
    {
        lock (_lock)
        {
            if (instance.Retired)
            {
                Work.End();
                return null;
            }
            instance.Step = new StepWorkItem(instance, Now);
            instance.Inbox = [];
            return instance.Step;
        }
    }

    private void Commit(HubInstance instance, StepOutcome outcome)
    {
        var now = Now;
        outcome.Stamp(now);
        instance.History = outcome.State.Events;
        if (outcome.Summary is { } summary)
        {
            summary.LastUpdatedTime = now;
            summary.Status ??= instance.CarriedStatus;
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
                SetTimer(instance, Utc(((TimerFiredEvent)timer.Event).FireAt), () => Deliver(timer));
            }
        }
        foreach (var message in outcome.Messages)
        {
            Deliver(message);
        }
    }
}
