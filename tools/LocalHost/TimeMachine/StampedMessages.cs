using DurableTask.Core;
using DurableTask.Core.History;

namespace CxFunctions.LocalHost.TimeMachine;

/// <summary>
/// The new messages of a step. DurableTask.Core stamps a step's OrchestratorStarted with the wall clock, and orchestrators read
/// their time from that stamp; it then goes through the new messages before any orchestrator runs. Whoever goes through this list
/// therefore finds the stamp set to the product's time first. (Seen in DurableTask.Core 3.11.2; <see cref="Stamped"/> tells whether it held.)
/// </summary>
/// <param name="messages">The messages, oldest first.</param>
/// <param name="state">The state to which the step adds its OrchestratorStarted.</param>
/// <param name="now">The product's time of this step, UTC.</param>
internal sealed class StampedMessages(IEnumerable<TaskMessage> messages, OrchestrationRuntimeState state, DateTime now)
    : List<TaskMessage>(messages), IEnumerable<TaskMessage>
{
    /// <summary>Whether the step's OrchestratorStarted carries the product's time.</summary>
    public bool Stamped => state.NewEvents is [OrchestratorStartedEvent started, ..] && started.Timestamp == now;

    IEnumerator<TaskMessage> IEnumerable<TaskMessage>.GetEnumerator()
    {
        if (state.NewEvents is [OrchestratorStartedEvent started, ..])
        {
            started.Timestamp = now;
        }
        return GetEnumerator();
    }
}
