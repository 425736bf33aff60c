namespace CxFunctions.Messages;

/// <summary>
/// Queue <c>journey-signals</c>: something that happened to a survey under way. It is written into the ledger first, which is what journeys go
/// by; where a waiting one has something to do about it, it is told with a <see cref="JourneyNews"/>.
/// </summary>
/// <param name="Version">1.</param>
/// <param name="JourneyId">See <see cref="JourneyIds"/>.</param>
/// <param name="Kind">What happened.</param>
/// <param name="At">When it happened, UTC.</param>
/// <param name="SendId">The message it is about, for delivery reports.</param>
/// <param name="Detail">A reason for people; never personal data.</param>
public sealed record JourneySignal(int Version, string JourneyId, JourneySignalKind Kind, DateTimeOffset At, string? SendId = null, string? Detail = null)
{
    public const int CurrentVersion = 1;
}

public enum JourneySignalKind
{
    /// <summary>The first answer was saved.</summary>
    Started,

    /// <summary>All required answers were given and sent off; says that it was started, too.</summary>
    Answered,

    /// <summary>The contact wants no surveys.</summary>
    OptedOut,

    Delivered,

    /// <summary>A message could not be delivered: the next channel's turn.</summary>
    DeliveryFailed,

    /// <summary>The CRM took the transaction back (a reopened ticket, a cancelled order) or it was answered elsewhere.</summary>
    Cancelled,
}
