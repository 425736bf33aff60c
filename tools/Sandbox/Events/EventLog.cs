namespace CxFunctions.Sandbox.Events;

/// <summary>What the feed says about itself; ids and statuses only.</summary>
internal static partial class EventLog
{
    [LoggerMessage(1, LogLevel.Information, "The events endpoint agreed to receive events.")]
    public static partial void Validated(ILogger logger);

    [LoggerMessage(2, LogLevel.Warning, "Event {EventId} was given up after {Attempts} attempts; last answer {Status}.")]
    public static partial void GivenUp(ILogger logger, string eventId, int attempts, int status);
}
