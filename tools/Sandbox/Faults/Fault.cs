namespace CxFunctions.Sandbox.Faults;

internal enum FaultKind
{
    None,
    Throttle,
    Error,
    DropBeforeWork,
    DropAfterWork,
}

/// <summary>What one request meets.</summary>
internal readonly record struct Fault(FaultKind Kind, TimeSpan Latency, int RetryAfterSeconds);
