namespace Microsoft.DurableTask;

/// <summary>Decides whether a failed task is tried again; runs as orchestrator code, so it must be deterministic.</summary>
public delegate bool RetryHandler(RetryContext retryContext);

/// <summary>Decides whether a failed task is tried again, and may wait on durable timers before it says so.</summary>
public delegate Task<bool> AsyncRetryHandler(RetryContext retryContext);
