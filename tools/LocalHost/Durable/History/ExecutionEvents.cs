namespace CxFunctions.LocalHost.Durable;

/// <summary>The orchestrator's code ran, at this time (UTC), with the events that follow.</summary>
internal sealed record EpisodeStarted(DateTime At) : HistoryEvent;

/// <summary>A generation of the instance began; the data is its input.</summary>
/// <param name="StartAt">Not before this time, UTC.</param>
internal sealed record ExecutionStarted(string Name, string Version, ParentLink? Parent = null, DateTime? StartAt = null) : HistoryEvent
{
    public IReadOnlyDictionary<string, string>? Tags { get; init; }
}

/// <summary>The call of a sub-orchestration, seen from below: whom to tell how it ended.</summary>
internal sealed record ParentLink(string InstanceId, string Execution, string Name, int TaskId);

internal sealed record ExecutionSuspended : HistoryEvent;

internal sealed record ExecutionResumed : HistoryEvent;

/// <summary>Ended from outside; the data is its output.</summary>
internal sealed record ExecutionTerminated(bool Recursive) : HistoryEvent;

/// <summary>The end; the data is the output, or the failure where <paramref name="Failed"/>.</summary>
internal sealed record ExecutionCompleted(bool Failed) : HistoryEvent;
