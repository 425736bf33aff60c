using CxFunctions.Catalog;

namespace CxFunctions.Invitations;

/// <summary>What a link stands for. Written once by Journeys, read by whoever opens the link. One per journey and channel.</summary>
public sealed record SurveyInvitation
{
    /// <summary>See <see cref="Foundation.LinkToken"/>.</summary>
    public required string Token { get; init; }

    public required string JourneyId { get; init; }

    public required string Program { get; init; }

    public required string Touchpoint { get; init; }

    public required string ContactId { get; init; }

    public required string Source { get; init; }

    public required string TransactionId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>es, en or pt.</summary>
    public required string Locale { get; init; }

    /// <summary>Values of the program's declared dimensions.</summary>
    public IReadOnlyDictionary<string, string> Dimensions { get; init; } = new Dictionary<string, string>();

    /// <summary>Nobody may start after this: transaction time plus the program's life.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Who started in time may save until this: expiry plus grace.</summary>
    public required DateTimeOffset ClosesAt { get; init; }
}
