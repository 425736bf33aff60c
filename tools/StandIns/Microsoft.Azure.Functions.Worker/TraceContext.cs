namespace Microsoft.Azure.Functions.Worker;

/// <summary>W3C trace context of a call.</summary>
public abstract class TraceContext
{
    /// <summary>The traceparent header.</summary>
    public abstract string TraceParent { get; }

    /// <summary>The tracestate header.</summary>
    public abstract string TraceState { get; }
}
