using System.Runtime.ExceptionServices;
using Microsoft.Azure.WebJobs.Host;
using Microsoft.Azure.WebJobs.Host.Timers;

namespace CxFunctions.LocalHost.Jobs;

/// <summary>
/// What the Functions host does about failures that nobody handles, where the SDK alone would end the process: a queue listener
/// without its storage has the whole host restarted, a function that outlives its time is waited for.
/// </summary>
/// <param name="logger">The host's log.</param>
/// <param name="restart">Begins anew.</param>
internal sealed class JobsFailures(ILogger logger, Action<Exception> restart) : IWebJobsExceptionHandler
{
    public async Task OnTimeoutExceptionAsync(ExceptionDispatchInfo exceptionInfo, TimeSpan timeoutGracePeriod)
    {
        if (exceptionInfo.SourceException is FunctionTimeoutException { Task: { } running } late
            && await Task.WhenAny(running, Task.Delay(timeoutGracePeriod)) != running)
        {
            // In Azure the worker would be ended and another started.
            JobsSaid.RunsStill(logger, late.MethodName);
        }
    }

    public Task OnUnhandledExceptionAsync(ExceptionDispatchInfo exceptionInfo)
    {
        restart(exceptionInfo.SourceException);
        return Task.CompletedTask;
    }
}

/// <summary>Log sentences of the official part's failures.</summary>
internal static partial class JobsSaid
{
    [LoggerMessage(201, LogLevel.Error, "The host has failed, most often because its storage is away. It restarts, as it would in Azure.")]
    public static partial void Restarting(ILogger logger, Exception failure);

    [LoggerMessage(202, LogLevel.Information, "The host has restarted.")]
    public static partial void Restarted(ILogger logger);

    [LoggerMessage(203, LogLevel.Warning, "The host cannot restart yet and tries again: {Reason}")]
    public static partial void NotRestarted(ILogger logger, string reason);

    [LoggerMessage(204, LogLevel.Debug, "The host that had failed did not end well.")]
    public static partial void EndedBadly(ILogger logger, Exception failure);

    [LoggerMessage(206, LogLevel.Warning, "The durable engine has not ended within {Limit} and is left behind; what it had in hand is taken up within a minute after the next start.")]
    public static partial void Abandoned(ILogger logger, TimeSpan limit);

    [LoggerMessage(205, LogLevel.Error, "Function {Function} has run longer than functionTimeout and does not end when asked to. In Azure its worker would be ended and started again.")]
    public static partial void RunsStill(ILogger logger, string function);
}
