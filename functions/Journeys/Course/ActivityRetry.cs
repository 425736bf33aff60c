using Microsoft.DurableTask;

namespace CxFunctions.Journeys;

/// <summary>How often activities are tried; they are idempotent, and the clients below them only bridge seconds.</summary>
internal static class ActivityRetry
{
    /// <summary>Over an outage of storage of several hours.</summary>
    public static readonly TaskOptions Patient = Every(attempts: 60);

    /// <summary>For a message: about half an hour, then it counts as postponed.</summary>
    public static readonly TaskOptions Send = Every(attempts: 10);

    private static TaskOptions Every(int attempts) => TaskOptions.FromRetryPolicy(
        new RetryPolicy(attempts, TimeSpan.FromSeconds(5), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(5)));
}
