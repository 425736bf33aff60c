using Microsoft.Extensions.Logging;

namespace CxFunctions.Alerts;

/// <summary>Log sentences of the slice. Ids only.</summary>
internal static partial class AlertsLog
{
    [LoggerMessage(6501, LogLevel.Information, "Revision {Revision} of the answer of journey {JourneyId} has rested and raises nothing: it was {Why} meanwhile.")]
    public static partial void NotRaised(this ILogger logger, string journeyId, int revision, string why);

    [LoggerMessage(6502, LogLevel.Information, "Alert {AlertId} of rule {RuleId} was raised and went to: {Passed}.")]
    public static partial void Raised(this ILogger logger, string alertId, string ruleId, string passed);

    [LoggerMessage(6503, LogLevel.Information, "Alert {AlertId} of rule {RuleId} was raised and passed on before; it comes again and changes nothing.")]
    public static partial void RaisedBefore(this ILogger logger, string alertId, string ruleId);

    [LoggerMessage(6504, LogLevel.Information, "Alert {AlertId} of rule {RuleId} opens its case now and is told at {TellAt:O}, with all that the throttle holds until then.")]
    public static partial void ToldLater(this ILogger logger, string alertId, string ruleId, DateTimeOffset tellAt);

    [LoggerMessage(6505, LogLevel.Information, "The answer of journey {JourneyId}, revision {Revision}, fires a rule and rests until {Until:O}: it is still being given.")]
    public static partial void Rests(this ILogger logger, string journeyId, int revision, DateTimeOffset until);

    [LoggerMessage(6506, LogLevel.Warning, "Scores of program {ProgramId} changed, which is not in the catalog any more; nobody is told.")]
    public static partial void ProgramGone(this ILogger logger, string programId);
}
