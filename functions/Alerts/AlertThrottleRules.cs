namespace CxFunctions.Alerts;

/// <summary>When an alert is told so that two are never told within one throttle. Pure.</summary>
public static class AlertThrottleRules
{
    /// <param name="last">The latest time at which one was told or is going to be; null for never.</param>
    /// <param name="at">When the alert was raised.</param>
    /// <param name="throttle">Above zero.</param>
    /// <returns><paramref name="at"/> where it is told at once; else the end of the throttle, at which all that came meanwhile is told together.</returns>
    public static DateTimeOffset TellAt(DateTimeOffset? last, DateTimeOffset at, TimeSpan throttle) => last switch
    {
        null => at,
        { } told when at >= told + throttle => at,
        { } toCome when at < toCome => toCome,
        { } told => told + throttle,
    };
}
