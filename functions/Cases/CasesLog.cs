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

    [LoggerMessage(7005, LogLevel.Information, "Case {CaseId} of rule {RuleId} is open: to be picked up by {AcknowledgeBy:O} and closed by {ResolveBy:O}.")]
    public static partial void Opened(this ILogger logger, string caseId, string ruleId, DateTimeOffset acknowledgeBy, DateTimeOffset resolveBy);

    [LoggerMessage(7006, LogLevel.Warning, "Case {CaseId}: rule {RuleId} is not in its program any more; it is open and listed, and nobody is told.")]
    public static partial void RuleGone(this ILogger logger, string caseId, string ruleId);

    [LoggerMessage(7007, LogLevel.Warning, "Case {CaseId}: {Deadline} is past, and its rule names nobody to escalate to.")]
    public static partial void NobodyAbove(this ILogger logger, string caseId, CaseDeadline deadline);

    [LoggerMessage(7008, LogLevel.Information, "Case {CaseId}: {Move} by a manager: {Verdict}.")]
    public static partial void Acted(this ILogger logger, string caseId, CaseMove move, CaseVerdict verdict);

    [LoggerMessage(7009, LogLevel.Warning, "Case {CaseId} was changed; what waits to be told about it could not be dropped and may be told late.")]
    public static partial void NoticesNotDropped(this ILogger logger, string caseId, Exception exception);

    [LoggerMessage(7010, LogLevel.Error, "What a manager sent about a case could not be saved; it was given back to be sent again.")]
    public static partial void NotSaved(this ILogger logger, Exception exception);

    [LoggerMessage(7011, LogLevel.Error, "A case could not be read for its page.")]
    public static partial void NotReadable(this ILogger logger, Exception exception);

    [LoggerMessage(7012, LogLevel.Warning, "Case {CaseId} was opened, which could not be noted in its timeline.")]
    public static partial void OpeningNotNoted(this ILogger logger, string caseId, Exception exception);

    [LoggerMessage(7013, LogLevel.Information, "Case {CaseId}: its link was opened after it had expired.")]
    public static partial void LinkExpired(this ILogger logger, string caseId);

    [LoggerMessage(7014, LogLevel.Information, "Case {CaseId}: the customer is told at {At:O} and not now.")]
    public static partial void CustomerToldLater(this ILogger logger, string caseId, DateTime? at);

    [LoggerMessage(7015, LogLevel.Information, "Case {CaseId}: the customer was told what changed.")]
    public static partial void CustomerTold(this ILogger logger, string caseId);

    [LoggerMessage(7016, LogLevel.Information, "Case {CaseId}: its words have been read since it was opened, and stand there as they are stored.")]
    public static partial void WordsReplaced(this ILogger logger, string caseId);
}
