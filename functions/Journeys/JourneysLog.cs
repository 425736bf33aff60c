using CxFunctions.Journeys.Ledger;
using CxFunctions.Messages;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Journeys;

/// <summary>Sentences 1100 to 1199. Ids and words of the ledger only.</summary>
internal static partial class JourneysLog
{
    [LoggerMessage(1100, LogLevel.Information, "Transaction of journey {JourneyId} was decided: {Reason}")]
    public static partial void Decided(ILogger log, string journeyId, LedgerReason reason);

    [LoggerMessage(1101, LogLevel.Information, "Transaction of journey {JourneyId} came again with delivery {Delivery}; nothing to do")]
    public static partial void Duplicate(ILogger log, string journeyId, string delivery);

    [LoggerMessage(1102, LogLevel.Information, "Journey {JourneyId}: {Step}")]
    public static partial void Advanced(ILogger log, string journeyId, JourneyStep step);

    [LoggerMessage(1103, LogLevel.Information, "Journey {JourneyId} ended: {End}")]
    public static partial void Ended(ILogger log, string journeyId, JourneyEnd end);

    [LoggerMessage(1105, LogLevel.Error, "Journey {JourneyId} (generation {Generation}) failed: {Reason}")]
    public static partial void Failed(ILogger log, string journeyId, int generation, string reason);

    [LoggerMessage(1106, LogLevel.Warning, "{Count} journeys had failed without saying so; the ledger says it now")]
    public static partial void Swept(ILogger log, int count);

    [LoggerMessage(1107, LogLevel.Information, "Journey {JourneyId} was taken up again as generation {Generation}")]
    public static partial void Resumed(ILogger log, string journeyId, int generation);

    [LoggerMessage(1108, LogLevel.Error, "Journey {JourneyId} has failed, and its entry in the ledger cannot be read to say so: {Failure}")]
    public static partial void NotSwept(ILogger log, string journeyId, string failure);

    [LoggerMessage(1104, LogLevel.Debug, "Signal {Kind} for journey {JourneyId} was dropped: there is no such transaction")]
    public static partial void SignalDropped(ILogger log, string journeyId, JourneySignalKind kind);
}
