using CxFunctions.Catalog;

namespace CxFunctions.Rollups;

/// <summary>
/// Queue <c>facts</c>: one thing learned about one transaction. Facts of a transaction merge in any order and any number:
/// stages only ever switch on, scores follow the highest revision.
/// </summary>
/// <param name="Version">1.</param>
/// <param name="JourneyId">The transaction's journey.</param>
/// <param name="Program">Program id.</param>
/// <param name="Touchpoint">Touchpoint id.</param>
/// <param name="OccurredAt">Of the transaction: the hour that every number of it counts in.</param>
/// <param name="Dimensions">Values of the program's declared dimensions.</param>
/// <param name="Stage">The stage reached, if that is the news.</param>
/// <param name="Channel">The channel of the invitation or answer, once known.</param>
/// <param name="Scores">By kind, if that is the news.</param>
/// <param name="Revision">Of the response, with scores.</param>
/// <param name="Sentiment">positive, neutral, negative or mixed, once known.</param>
public sealed record FactChanged(
    int Version,
    string JourneyId,
    string Program,
    string Touchpoint,
    DateTimeOffset OccurredAt,
    IReadOnlyDictionary<string, string> Dimensions,
    FieldworkStage? Stage = null,
    Channel? Channel = null,
    IReadOnlyDictionary<QuestionKind, int>? Scores = null,
    int Revision = 0,
    string? Sentiment = null)
{
    public const int CurrentVersion = 1;
}

/// <summary>How far a transaction came in fieldwork. Each is counted on its own; none implies another.</summary>
public enum FieldworkStage
{
    Received,
    Eligible,
    Invited,
    Delivered,
    Reminded,
    Started,
    Answered,
    Expired,
    OptedOut,
    Cancelled,
    Undeliverable,
}

/// <summary>Queue <c>changed-rollups</c>: a day's scores were computed anew. Idempotent: the receiver reads the rollup itself.</summary>
/// <param name="Version">1.</param>
/// <param name="Program">Program id.</param>
/// <param name="Touchpoint">Touchpoint id.</param>
/// <param name="Day">The UTC day.</param>
public sealed record RollupChanged(int Version, string Program, string Touchpoint, DateOnly Day)
{
    public const int CurrentVersion = 1;
}
