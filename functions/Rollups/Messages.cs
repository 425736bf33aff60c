using CxFunctions.Catalog;

namespace CxFunctions.Rollups;

/// <summary>
/// Queue <c>facts</c>: one thing learned about one transaction. Facts of a transaction merge in any order and any number:
/// stages only ever switch on, scores follow the highest revision.
/// </summary>
/// <param name="Version">2; 1 is read too.</param>
/// <param name="JourneyId">The transaction's journey.</param>
/// <param name="Program">Program id.</param>
/// <param name="Touchpoint">Touchpoint id.</param>
/// <param name="OccurredAt">Of the transaction: the hour that every number of it counts in.</param>
/// <param name="Dimensions">Values of the program's declared dimensions.</param>
/// <param name="Stage">Version 1's way to tell one stage; read, not written any more.</param>
/// <param name="Channel">The channel of the invitation or answer, once known.</param>
/// <param name="Scores">By kind, if that is the news.</param>
/// <param name="Revision">Of the response, with scores.</param>
/// <param name="Sentiment">positive, neutral, negative or mixed, once known.</param>
/// <param name="Stages">The stages reached, if that is the news.</param>
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
    string? Sentiment = null,
    IReadOnlyList<FieldworkStage>? Stages = null)
{
    public const int CurrentVersion = 2;

    /// <summary>The stages of either version.</summary>
    public IEnumerable<FieldworkStage> AllStages() => Stage is { } one ? [one, .. Stages ?? []] : Stages ?? [];
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

    /// <summary>The app could not go on with the survey.</summary>
    Failed,
}

/// <summary>Queue <c>changed-rollups</c>: a day's scores were computed anew. Idempotent: the receiver reads the rollup itself.</summary>
/// <param name="Version">1.</param>
/// <param name="Program">Program id.</param>
/// <param name="Touchpoint">Touchpoint id.</param>
/// <param name="Day">The day, of the program's time zone.</param>
public sealed record RollupChanged(int Version, string Program, string Touchpoint, DateOnly Day)
{
    public const int CurrentVersion = 1;
}
