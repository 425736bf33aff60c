namespace Microsoft.Azure.Functions.Worker;

/// <summary>Where a call stands under a function-level retry policy.</summary>
public abstract class RetryContext
{
    /// <summary>0 for the first try.</summary>
    public abstract int RetryCount { get; }

    /// <summary>The most retries the policy allows.</summary>
    public abstract int MaxRetryCount { get; }
}
