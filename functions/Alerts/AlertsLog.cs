using Microsoft.Extensions.Logging;

namespace CxFunctions.Alerts;

/// <summary>Log sentences of the slice. Ids only.</summary>
internal static partial class AlertsLog
{
    [LoggerMessage(6501, LogLevel.Information, "Revision {Revision} of the answer of journey {JourneyId} has rested and raises nothing: it was {Why} meanwhile.")]
    public static partial void NotRaised(this ILogger logger, string journeyId, int revision, string why);

    [LoggerMessage(6502, LogLevel.Information, "Alert {AlertId} of rule {RuleId} was raised and went to: {Passed}.")]
    public static partial void Raised(this ILogger logger, string alertId, string ruleId, string passed);
}
