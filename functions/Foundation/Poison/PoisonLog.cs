using Microsoft.Extensions.Logging;

namespace CxFunctions.Foundation.Poison;

/// <summary>Log sentences about messages that failed for good. Nothing of a message.</summary>
internal static partial class PoisonLog
{
    [LoggerMessage(9101, LogLevel.Error, "A message of queue {Queue} failed for good in {Function} at try {Tries}: {Exceptions}.")]
    public static partial void FailedForGood(this ILogger logger, string queue, string function, int tries, string exceptions);

    [LoggerMessage(9102, LogLevel.Error, "Why a message of queue {Queue} failed for good in {Function} could not be written down.")]
    public static partial void ReasonNotWritten(this ILogger logger, string queue, string function, Exception exception);

    [LoggerMessage(9103, LogLevel.Information, "{Count} messages went back from poison to queue {Queue}.")]
    public static partial void Replayed(this ILogger logger, int count, string queue);

    [LoggerMessage(9104, LogLevel.Information, "{Count} messages in poison of queue {Queue} were put there anew so that they do not run out of time.")]
    public static partial void Kept(this ILogger logger, int count, string queue);
}
