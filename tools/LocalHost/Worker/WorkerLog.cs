using CxFunctions.LocalHost.Bridge.Protocol;

namespace CxFunctions.LocalHost.Worker;

/// <summary>What a worker logs through its protocol, in the host's log.</summary>
/// <param name="logging">The host's log.</param>
/// <param name="isNews">Whether it is heard no other way; a worker in this process writes to the host's log itself.</param>
internal sealed class WorkerLog(ILoggerFactory logging, bool isNews)
{
    public void Hear(RpcLog line)
    {
        if (isNews)
        {
            WorkerSaid.Line(logging.CreateLogger(line.Category), (LogLevel)line.Level, line.Message);
        }
    }
}

/// <summary>A worker's own sentences, passed on as they are.</summary>
internal static partial class WorkerSaid
{
    [LoggerMessage(EventId = 401, Message = "{Sentence}")]
    public static partial void Line(ILogger logger, LogLevel level, string sentence);
}
