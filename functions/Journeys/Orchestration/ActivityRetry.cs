using CxFunctions.Foundation;
using Microsoft.DurableTask;

namespace CxFunctions.Journeys.Orchestration;

/// <summary>How often activities are tried; they are idempotent, and the clients below them only bridge seconds. No other layer tries again.</summary>
internal static class ActivityRetry
{
    /// <summary>What another try can't mend: it says that the program or its data is wrong, not that something is out of reach.</summary>
    private static readonly string[] Hopeless =
    [
        nameof(ArgumentException), nameof(ArgumentNullException), nameof(ArgumentOutOfRangeException), nameof(FormatException), nameof(InvalidCastException),
        nameof(InvalidOperationException), nameof(System.Text.Json.JsonException), nameof(KeyNotFoundException), nameof(NotSupportedException), nameof(NullReferenceException),
    ];

    /// <summary>
    /// Over an outage of storage or of a message service of several hours: 5 to 10 s, doubling to 4 to 6 min, 60 tries; about 4 h 40 min. Each
    /// journey has a pace of its own: those that failed together do not come back together.
    /// </summary>
    /// <param name="instanceId">Of the orchestration.</param>
    public static TaskOptions Of(string instanceId)
    {
        var lot = StableLot.Of("retry:" + instanceId);
        return TaskOptions.FromRetryPolicy(
            new RetryPolicy(60, TimeSpan.FromSeconds(5 + (5 * lot)), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(4 + (2 * lot)))
            {
                HandleFailure = failure => !IsHopeless(failure),
            });
    }

    /// <summary>By the type's name, with or without its namespace: the host hands on no more of it.</summary>
    public static bool IsHopeless(TaskFailureDetails failure) => CauseOf(failure) is var cause && Hopeless.Contains(cause[(cause.LastIndexOf('.') + 1)..]);

    /// <summary>The type of what went wrong. The worker reports whatever an asynchronous activity throws inside an AggregateException.</summary>
    public static string CauseOf(TaskFailureDetails failure) =>
        failure is { InnerFailure: { } inner } && failure.ErrorType.EndsWith(nameof(AggregateException), StringComparison.Ordinal) ? CauseOf(inner) : failure.ErrorType;
}
