namespace CxFunctions.LocalHost.Timers;

/// <summary>Log sentences of timer triggers.</summary>
internal static partial class TimerLog
{
    [LoggerMessage(301, LogLevel.Error, "Timer function {Function} failed; it runs again at its next time.")]
    public static partial void Failed(ILogger logger, Exception failure, string function);
}
