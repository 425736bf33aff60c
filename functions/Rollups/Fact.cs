using CxFunctions.Catalog;
using CxFunctions.Messages;

namespace CxFunctions.Rollups;

/// <summary>All that is known, for counting, about one transaction.</summary>
public sealed record Fact
{
    public required string JourneyId { get; init; }

    public required string Program { get; init; }

    public required string Touchpoint { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public IReadOnlySet<FieldworkStage> Stages { get; init; } = new HashSet<FieldworkStage>();

    public IReadOnlyDictionary<string, string> Dimensions { get; init; } = new Dictionary<string, string>();

    public Channel? Channel { get; init; }

    /// <summary>How sure <see cref="Channel"/> is: an answer says more than an invitation; see <see cref="FactRules"/>.</summary>
    public int ChannelRank { get; init; }

    public IReadOnlyDictionary<QuestionKind, int> Scores { get; init; } = new Dictionary<QuestionKind, int>();

    /// <summary>Revision that <see cref="Scores"/> come from; 0 without scores.</summary>
    public int Revision { get; init; }

    public string? Sentiment { get; init; }

    /// <summary>Revision that <see cref="Sentiment"/> was read from.</summary>
    public int SentimentRevision { get; init; }
}
