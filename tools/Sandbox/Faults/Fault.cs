namespace CxFunctions.Sandbox.Faults;

internal enum FaultKind
{
    None,
    Refuse,
    Throttle,
    Error,
    DropBeforeWork,
    DropAfterWork,
}

/// <summary>What one request meets.</summary>
internal readonly record struct Fault(FaultKind Kind, TimeSpan Latency, int RetryAfterSeconds, Refuse? Refuse = null);
