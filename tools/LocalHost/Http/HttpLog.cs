namespace CxFunctions.LocalHost.Http;

/// <summary>Log sentences of HTTP triggers; names only, no addresses, no query.</summary>
internal static partial class HttpLog
{
    [LoggerMessage(101, LogLevel.Error, "Function {Function} failed; the caller was answered 500.")]
    public static partial void Failed(ILogger logger, Exception? failure, string function);
}
