namespace CxFunctions.LocalHost.Durable;

/// <summary>An event reached the instance.</summary>
internal sealed record EventRaised(string Name) : HistoryEvent;

/// <summary>The orchestrator sent an event to another instance.</summary>
internal sealed record EventSent(int Id, string InstanceId, string Name) : Requested(Id)
{
    public override string Describe() => $"event '{Name}'";
}

/// <summary>An event that the generation before sent and that is not known to have arrived.</summary>
/// <param name="Execution">The generation that sent it.</param>
internal sealed record EventCarried(string Execution, int Id, string InstanceId, string Name) : HistoryEvent;
