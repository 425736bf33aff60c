namespace CxFunctions.Journeys;

/// <summary>
/// Queue <c>journey-signals</c>: something a waiting journey must know. Becomes the external event
/// <see cref="EventName"/>; a signal to a journey that has ended is dropped.
/// </summary>
/// <param name="Version">1.</param>
/// <param name="JourneyId">Instance id of the orchestration, see <see cref="JourneyIds"/>.</param>
/// <param name="Kind">What happened.</param>
/// <param name="At">When it happened, UTC.</param>
/// <param name="SendId">The message it is about, for delivery reports.</param>
/// <param name="Detail">A reason for people; never personal data.</param>
public sealed record JourneySignal(int Version, string JourneyId, JourneySignalKind Kind, DateTimeOffset At, string? SendId = null, string? Detail = null)
{
    public const int CurrentVersion = 1;

    /// <summary>One name for all kinds, waited for in one place: a cancelled waiter would swallow the next event of its name.</summary>
    public const string EventName = "signal";
}

public enum JourneySignalKind
{
    /// <summary>The first answer was saved.</summary>
    Started,

    /// <summary>All required answers were given and sent off.</summary>
    Answered,

    /// <summary>The contact wants no surveys.</summary>
    OptedOut,

    Delivered,

    /// <summary>A message could not be delivered: the next channel's turn.</summary>
    DeliveryFailed,

    /// <summary>The CRM took the transaction back (a reopened ticket, a cancelled order) or it was answered elsewhere.</summary>
    Cancelled,
}
