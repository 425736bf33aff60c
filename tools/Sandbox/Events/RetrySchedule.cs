namespace CxFunctions.Sandbox.Events;

/// <summary>When Event Grid tries again, by its documentation: growing waits, for a day and thirty attempts at most.</summary>
internal static class RetrySchedule
{
    public const int MaxAttempts = 30;

    public static readonly TimeSpan TimeToLive = TimeSpan.FromHours(24);

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10),
        TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12),
    ];

    /// <param name="attempts">Attempts made so far, 1 and up.</param>
    public static TimeSpan WaitAfter(int attempts) => Waits[Math.Min(attempts, Waits.Length) - 1];

    /// <summary>Only these count as taken; 200 OK for anything else is the app's own affair.</summary>
    public static bool IsTaken(int status) => status is 200 or 201 or 202 or 203 or 204;

    /// <summary>Answers that say trying again will not help.</summary>
    public static bool IsFinal(int status) => status is 400 or 401 or 403 or 413;
}
