using DurableTask.Core;

namespace CxFunctions.LocalHost.TimeMachine;

/// <summary>A step that is at work: what was handed over, to be put back if the step is given up.</summary>
internal sealed class StepWorkItem : TaskOrchestrationWorkItem
{
    private readonly StampedMessages _messages;

    public StepWorkItem(HubInstance instance, DateTime now)
    {
        Instance = instance;
        Delivered = [.. instance.Inbox];
        InstanceId = instance.Id;
        OrchestrationRuntimeState = new OrchestrationRuntimeState(instance.History);
        NewMessages = _messages = new StampedMessages(Delivered, OrchestrationRuntimeState, now);
        // Nobody else can take it, so there is no lock to renew.
        LockedUntilUtc = DateTime.MaxValue;
        Continuation = new TakenBack(instance.ExecutionId);
    }

    public HubInstance Instance { get; }

    public IReadOnlyList<TaskMessage> Delivered { get; }

    public TakenBack Continuation { get; }

    /// <summary>Holds what <see cref="StampedMessages"/> leans on.</summary>
    /// <exception cref="InvalidOperationException">The engine ran the step on the wall clock.</exception>
    public void ThrowIfOnWallClock()
    {
        if (!_messages.Stamped)
        {
            throw new InvalidOperationException("This release of DurableTask.Core does not go through a step's messages after it stamps the step: orchestrators would read the wall clock.");
        }
    }
}
