using Microsoft.Extensions.Logging;

namespace CxFunctions.LocalHost.Durable;

/// <summary>The sentences of the engine's log: ids and names only, never inputs or outputs.</summary>
internal static partial class DurableLog
{
    [LoggerMessage(1, LogLevel.Warning, "Storage does not answer; trying again in {Pause}. {Reason}")]
    public static partial void StorageUnavailable(ILogger log, string reason, TimeSpan pause);

    [LoggerMessage(2, LogLevel.Information, "Durable hub {Hub} is open: {Waiting} instances wait, {Working} have unfinished work, read in {Elapsed}")]
    public static partial void Opened(ILogger log, string hub, int waiting, int working, TimeSpan elapsed);

    [LoggerMessage(3, LogLevel.Critical, "Durable hub {Hub} was taken over by another host; this one stops working on it")]
    public static partial void HubLost(ILogger log, string hub);

    [LoggerMessage(4, LogLevel.Error, "A step of instance {InstanceId} could not be committed; it is tried again in {Pause}")]
    public static partial void StepFailed(ILogger log, Exception error, string instanceId, TimeSpan pause);

    [LoggerMessage(5, LogLevel.Information, "Instance {InstanceId} of {Name} ended: {Status}")]
    public static partial void Ended(ILogger log, string instanceId, string name, string status);

    [LoggerMessage(6, LogLevel.Warning, "Activity {Name} (#{TaskId}) of instance {InstanceId} failed: {ErrorType}")]
    public static partial void ActivityFailed(ILogger log, string name, int taskId, string instanceId, string errorType);

    [LoggerMessage(7, LogLevel.Information, "Durable hub {Hub} takes over from {Owner}, which is gone")]
    public static partial void TookOver(ILogger log, string hub, string owner);
}
