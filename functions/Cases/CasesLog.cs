using Microsoft.Extensions.Logging;

namespace CxFunctions.Cases;

/// <summary>Log sentences of the slice. Ids only.</summary>
internal static partial class CasesLog
{
    [LoggerMessage(7001, LogLevel.Warning, "Case {CaseId} was changed, but its journey could not be told; it looks by itself within the hour.")]
    public static partial void JourneyNotTold(this ILogger logger, string caseId, Exception exception);

    [LoggerMessage(7002, LogLevel.Information, "Case {CaseId} was changed ({Move}); its journey has ended and needs to hear nothing.")]
    public static partial void JourneyHasEnded(this ILogger logger, string caseId, CaseMove move);

    [LoggerMessage(7003, LogLevel.Warning, "Case {CaseId}: the customer was not told what changed ({Reason}).")]
    public static partial void CustomerNotTold(this ILogger logger, string caseId, string? reason);

    [LoggerMessage(7004, LogLevel.Information, "Case {CaseId} is escalated: {Deadline} is past.")]
    public static partial void Escalated(this ILogger logger, string caseId, CaseDeadline deadline);
}
