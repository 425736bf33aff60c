using DurableTask.Core;
using DurableTask.Core.History;

namespace CxFunctions.LocalHost.TimeMachine;

/// <summary>
/// What is taken back when an orchestrator continues as new. DurableTask.Core runs the first step of the next generation in the
/// same breath and stamps it with the wall clock, out of a back end's reach. So all that this step did is dropped and the
/// generation is delivered anew, as the message it begins with; what the ended generation itself sent is kept.
/// (The dispatcher of 3.11.2 asks after every decision whether there are too many messages, and shows the state it works on.)
/// </summary>
/// <param name="executionId">The execution whose step this is.</param>
internal sealed class TakenBack(string executionId)
{
    private int _sentByFirst;
    private GenerationStart? _next;

    /// <summary>Looks at the state between two decisions.</summary>
    /// <param name="messages">How many messages the step has sent so far.</param>
    /// <param name="state">The state of the generation that decides.</param>
    public void Observe(int messages, OrchestrationRuntimeState state)
    {
        if (IsFirst(state.OrchestrationInstance))
        {
            _sentByFirst = messages;
        }
        else
        {
            _next ??= GenerationStart.Of(state);
        }
    }

    /// <summary>How the next generation begins, or null where the step ended in the generation it began with.</summary>
    /// <param name="last">The state in which the step ended.</param>
    public GenerationStart? Next(OrchestrationRuntimeState last) =>
        last.OrchestrationInstance is null || IsFirst(last.OrchestrationInstance) ? null : _next ?? GenerationStart.Of(last);

    /// <summary>The activities that the ended generation scheduled.</summary>
    public List<TaskMessage> Activities(IEnumerable<TaskMessage> activities) => [.. activities.Where(a => IsFirst(a.OrchestrationInstance))];

    /// <summary>The events and sub-orchestrations that the ended generation sent: they come first in the list, but do not say whose they are.</summary>
    public List<TaskMessage> Sent(IEnumerable<TaskMessage> activities, IEnumerable<TaskMessage> messages, IEnumerable<TaskMessage> timers) =>
        [.. messages.Take(_sentByFirst - activities.Concat(timers).Count(m => IsFirst(m.OrchestrationInstance)))];

    private bool IsFirst(OrchestrationInstance? instance) => instance?.ExecutionId == executionId;
}

/// <summary>How a generation begins: its start, and the unread events that it takes along.</summary>
/// <param name="Started">The start.</param>
/// <param name="Carried">The unread events, oldest first.</param>
internal sealed record GenerationStart(ExecutionStartedEvent Started, IReadOnlyList<HistoryEvent> Carried)
{
    /// <summary>Reads it from a state: all that lies before the first OrchestratorCompleted.</summary>
    public static GenerationStart Of(OrchestrationRuntimeState state) => new(
        state.ExecutionStartedEvent!,
        [.. state.Events.TakeWhile(e => e is not OrchestratorCompletedEvent).Where(e => e is not (OrchestratorStartedEvent or ExecutionStartedEvent))]);

    /// <summary>The messages that deliver it.</summary>
    public IEnumerable<TaskMessage> Messages() => Carried.Prepend(Started).Select(e => new TaskMessage
    {
        OrchestrationInstance = Started.OrchestrationInstance,
        Event = e,
    });
}
