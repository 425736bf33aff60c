namespace CxFunctions.LocalHost.Durable;

/// <summary>Something the orchestrator asked for: its number is the place of the request in the orchestrator's sequence.</summary>
internal abstract record Requested(int Id) : HistoryEvent
{
    /// <summary>What must be the same on every replay.</summary>
    public abstract string Describe();
}

/// <summary>The answer to a request.</summary>
internal abstract record Answered(int Id) : HistoryEvent;

internal sealed record TaskScheduled(int Id, string Name, string Version) : Requested(Id)
{
    public override string Describe() => $"activity '{Name}'";
}

internal sealed record TaskCompleted(int Id) : Answered(Id);

/// <param name="Final">No retry policy applies, for instance where no such activity exists.</param>
internal sealed record TaskFailed(int Id, bool Final = false) : Answered(Id);

internal sealed record TimerCreated(int Id, DateTime FireAt) : Requested(Id)
{
    public override string Describe() => "timer";
}

internal sealed record TimerFired(int Id) : Answered(Id);

/// <summary>The orchestrator no longer wants the timer.</summary>
internal sealed record TimerCanceled(int Id) : Answered(Id);

internal sealed record SubOrchestrationCreated(int Id, string Name, string Version, string InstanceId) : Requested(Id)
{
    public override string Describe() => $"sub-orchestration '{Name}'";
}

internal sealed record SubOrchestrationCompleted(int Id) : Answered(Id);

internal sealed record SubOrchestrationFailed(int Id, bool Final = false) : Answered(Id);
