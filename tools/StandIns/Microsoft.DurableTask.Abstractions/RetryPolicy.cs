namespace Microsoft.DurableTask;

/// <summary>
/// When a failed task is tried again: the wait before attempt n+1 is first × coefficient^(n-1), at most the maximum.
/// </summary>
public class RetryPolicy
{
    private readonly Func<Exception, bool> _handle = _ => true;

    /// <param name="maxNumberOfAttempts">At least 1; the first attempt counts.</param>
    /// <param name="firstRetryInterval">More than zero.</param>
    /// <param name="backoffCoefficient">At least 1.</param>
    /// <param name="maxRetryInterval">At least the first interval, or infinite; one hour if not given.</param>
    /// <param name="retryTimeout">At least the first interval; infinite if not given.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public RetryPolicy(
        int maxNumberOfAttempts,
        TimeSpan firstRetryInterval,
        double backoffCoefficient = 1.0,
        TimeSpan? maxRetryInterval = null,
        TimeSpan? retryTimeout = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxNumberOfAttempts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(firstRetryInterval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(backoffCoefficient, 1.0);
        AtLeastTheFirst(maxRetryInterval, firstRetryInterval, nameof(maxRetryInterval));
        AtLeastTheFirst(retryTimeout, firstRetryInterval, nameof(retryTimeout));
        MaxNumberOfAttempts = maxNumberOfAttempts;
        FirstRetryInterval = firstRetryInterval;
        BackoffCoefficient = backoffCoefficient;
        MaxRetryInterval = maxRetryInterval ?? TimeSpan.FromHours(1);
        RetryTimeout = retryTimeout ?? Timeout.InfiniteTimeSpan;
    }

    public int MaxNumberOfAttempts { get; }

    public TimeSpan FirstRetryInterval { get; }

    public double BackoffCoefficient { get; }

    public TimeSpan MaxRetryInterval { get; }

    /// <summary>No further attempt begins when this much time has gone by since the first one.</summary>
    public TimeSpan RetryTimeout { get; }

    /// <summary>Says whether a failure is worth another attempt.</summary>
    public Func<Exception, bool> Handle => _handle;

    public Func<Exception, Task<bool>>? HandleAsync { get; set; }

    /// <summary>Says from the failure's details whether it is worth another attempt.</summary>
    public Func<TaskFailureDetails, bool> HandleFailure
    {
        init => _handle = exception =>
            value(exception is TaskFailedException failed ? failed.FailureDetails : TaskFailureDetails.FromException(exception));
    }

    private static void AtLeastTheFirst(TimeSpan? value, TimeSpan first, string name)
    {
        if (value is { } span && span != Timeout.InfiniteTimeSpan && span < first)
        {
            throw new ArgumentOutOfRangeException(name, value, $"The value for {name} must be at least the first retry interval.");
        }
    }
}
