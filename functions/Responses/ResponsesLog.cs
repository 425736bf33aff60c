using Microsoft.Extensions.Logging;

namespace CxFunctions.Responses;

/// <summary>Log sentences of the slice. No token, no answer.</summary>
internal static partial class ResponsesLog
{
    [LoggerMessage(4001, LogLevel.Warning, "Answers could not be saved; the respondent was asked to try again.")]
    public static partial void NotSaved(this ILogger logger, Exception exception);

    [LoggerMessage(4002, LogLevel.Warning, "A survey could not be read; the respondent was asked to try again.")]
    public static partial void NotReadable(this ILogger logger, Exception exception);
}
