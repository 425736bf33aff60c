using DurableTask.Core;

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
}
