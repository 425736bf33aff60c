namespace CxFunctions.LocalHost.Queues;

/// <summary>Log sentences of queue triggers; ids only, never a body.</summary>
internal static partial class QueueLog
{
    [LoggerMessage(201, LogLevel.Warning, "Queue {Queue} cannot be read; it is tried again until it can. {Reason}")]
    public static partial void CannotRead(ILogger logger, string queue, string reason);

    [LoggerMessage(202, LogLevel.Warning, "Queue {Queue}: message {MessageId} could not be settled and comes again when its lease ends. {Reason}")]
    public static partial void CannotSettle(ILogger logger, string queue, string messageId, string reason);

    [LoggerMessage(203, LogLevel.Warning, "Function {Function} failed on message {MessageId}, try {Tries}; it will be retried.")]
    public static partial void Failed(ILogger logger, Exception failure, string function, string messageId, long tries);

    [LoggerMessage(204, LogLevel.Error, "Function {Function} gave up message {MessageId} after {Tries} tries; it is in the poison queue.")]
    public static partial void GivenUp(ILogger logger, Exception failure, string function, string messageId, long tries);

    [LoggerMessage(205, LogLevel.Information, "Function {Function} was stopped; message {MessageId} is back in its queue.")]
    public static partial void PutBack(ILogger logger, string function, string messageId);

    [LoggerMessage(206, LogLevel.Information, "Queue {Queue} can be read again.")]
    public static partial void ReadAgain(ILogger logger, string queue);
}
