using Microsoft.Extensions.Logging;

namespace CxFunctions.Intake;

/// <summary>Sentences 1000 to 1099. Ids and counts only.</summary>
internal static partial class IntakeLog
{
    [LoggerMessage(1000, LogLevel.Information, "Delivery {Delivery} of {Source}: {Accepted} accepted, {Duplicates} duplicates, {Rejected} rejected")]
    public static partial void Accepted(ILogger log, string source, string delivery, int accepted, int duplicates, int rejected);

    [LoggerMessage(1001, LogLevel.Warning, "A delivery of {Source} was refused: {Reason}")]
    public static partial void Refused(ILogger log, string source, string reason);

    [LoggerMessage(1002, LogLevel.Warning, "A delivery of {Source} could not be read")]
    public static partial void Malformed(ILogger log, string source);

    [LoggerMessage(1003, LogLevel.Error, "A delivery of {Source} could not be stored; the sender was asked to try again")]
    public static partial void NotStored(ILogger log, Exception exception, string source);
}
