using DurableTask.Core;
using DurableTask.Core.History;

namespace CxFunctions.LocalHost.TimeMachine;

/// <summary>What a step came to.</summary>
/// <param name="State">The history as it now is.</param>
/// <param name="Activities">Activities to run.</param>
/// <param name="Messages">Events, sub-orchestrations and answers to a parent.</param>
/// <param name="Timers">Timers to set.</param>
/// <param name="Summary">The instance's state; null where the engine threw the step away.</param>
internal sealed record StepOutcome(
    OrchestrationRuntimeState State,
    IEnumerable<TaskMessage> Activities,
    IEnumerable<TaskMessage> Messages,
    IEnumerable<TaskMessage> Timers,
    OrchestrationState? Summary)
{
    /// <summary>What of it is the ended generation's own.</summary>
    public StepOutcome Of(TakenBack ended) => this with
    {
        Activities = ended.Activities(Activities),
        Messages = ended.Sent(Activities, Messages, Timers),
        Timers = [],
    };

    /// <summary>Sets the product's time on what the step itself added: the engine stamped it with the wall clock.</summary>
    /// <param name="now">The product's time, UTC.</param>
    public void Stamp(DateTime now)
    {
        foreach (var added in State.NewEvents)
        {
            if (added is TaskScheduledEvent or TimerCreatedEvent or SubOrchestrationInstanceCreatedEvent or EventSentEvent
                or ExecutionCompletedEvent or OrchestratorCompletedEvent)
            {
                added.Timestamp = now;
            }
        }
    }
}
