using Microsoft.DurableTask;

namespace CxFunctions.LocalHost.Durable;

/// <summary>Calls a task again as its options grant; every attempt and every pause is a request of its own.</summary>
internal static class Retrying
{
    /// <summary>Set on failures that no retry can help.</summary>
    public const string FinalMark = "final";

    public static Task<T> Call<T>(TaskOrchestrationContext context, TaskRetryOptions? retry, Func<Task<T>> attempt) => retry switch
    {
        { Policy: { } policy } => ByPolicy(context, policy, attempt),
        { Handler: { } handler } => ByHandler(context, handler, attempt),
        _ => attempt(),
    };

    private static async Task<T> ByPolicy<T>(TaskOrchestrationContext context, RetryPolicy policy, Func<Task<T>> attempt)
    {
        var began = context.CurrentUtcDateTime;
        for (var number = 1; ; number++)
        {
            try
            {
                return await attempt();
            }
            catch (TaskFailedException failure) when (!IsFinal(failure) && number < policy.MaxNumberOfAttempts)
            {
                if (!policy.Handle(failure)
                    || (policy.HandleAsync is { } handle && !await handle(failure))
                    || !InTime(policy, context.CurrentUtcDateTime - began))
                {
                    throw;
                }
            }

            await context.CreateTimer(Pause(policy, number), CancellationToken.None);
        }
    }

    private static async Task<T> ByHandler<T>(TaskOrchestrationContext context, AsyncRetryHandler handler, Func<Task<T>> attempt)
    {
        var began = context.CurrentUtcDateTime;
        for (var number = 1; ; number++)
        {
            try
            {
                return await attempt();
            }
            catch (TaskFailedException failure) when (!IsFinal(failure))
            {
                var elapsed = context.CurrentUtcDateTime - began;
                if (!await handler(new(context, number, failure.FailureDetails, elapsed, CancellationToken.None)))
                {
                    throw;
                }
            }
        }
    }

    private static bool IsFinal(TaskFailedException failure) => failure.Data[FinalMark] is true;

    private static bool InTime(RetryPolicy policy, TimeSpan elapsed) =>
        policy.RetryTimeout == Timeout.InfiniteTimeSpan || elapsed < policy.RetryTimeout;

    private static TimeSpan Pause(RetryPolicy policy, int failures)
    {
        var milliseconds = policy.FirstRetryInterval.TotalMilliseconds * Math.Pow(policy.BackoffCoefficient, failures - 1);
        var longest = policy.MaxRetryInterval == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : policy.MaxRetryInterval;
        return milliseconds < longest.TotalMilliseconds ? TimeSpan.FromMilliseconds(milliseconds) : longest;
    }
}
