using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Privacy;

/// <summary>Log sentences of the slice. No address, no token.</summary>
internal static partial class PrivacyLog
{
    [LoggerMessage(9001, LogLevel.Warning, "An opt-out could not be stored; the respondent was asked to try again.")]
    public static partial void NotStopped(this ILogger logger, Exception exception);

    [LoggerMessage(9002, LogLevel.Information, "{Count} orchestrations that had ended before {Before} as {Status} were deleted.")]
    public static partial void Purged(this ILogger logger, int count, OrchestrationRuntimeStatus status, DateTimeOffset before);
}
