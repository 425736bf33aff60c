namespace CxFunctions.LocalHost.Functions;

/// <summary>Log sentences about calls of functions.</summary>
internal static partial class FunctionLog
{
    // The trigger says it again for everybody to read, and what happens next.
    [LoggerMessage(401, LogLevel.Debug, "Function {Function} threw.")]
    public static partial void Threw(ILogger logger, Exception failure, string function);
}
