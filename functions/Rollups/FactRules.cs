using CxFunctions.Catalog;
using CxFunctions.Messages;

namespace CxFunctions.Rollups;

/// <summary>
/// Merging is a least upper bound: commutative, associative and idempotent, so that late, doubled and reordered news end in the
/// same row. Stages only switch on; everything else follows the higher rank, and where ranks tie the greater value, so that
/// even contradictory news of one revision have one outcome.
/// </summary>
public static class FactRules
{
    public static Fact From(FactChanged news) => new()
    {
        JourneyId = news.JourneyId,
        Program = news.Program,
        Touchpoint = news.Touchpoint,
        OccurredAt = news.OccurredAt.ToUniversalTime(),
        Stages = news.AllStages().ToHashSet(),
        Dimensions = news.Dimensions,
        Channel = news.Channel,
        ChannelRank = news.Channel is null ? 0 : RankOf(news),
        Scores = news.Scores ?? new Dictionary<QuestionKind, int>(),
        Revision = news.Scores is null ? 0 : news.Revision,
        Sentiment = news.Sentiment,
        SentimentRevision = news.Sentiment is null ? 0 : news.Revision,
    };

    public static Fact Merge(Fact a, Fact b) => a with
    {
        Stages = a.Stages.Union(b.Stages).ToHashSet(),
        Dimensions = a.Dimensions.Concat(b.Dimensions)
            .GroupBy(d => d.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(d => d.Value).Max(StringComparer.Ordinal)!),
        Channel = IsMore(a.ChannelRank, (int?)a.Channel, b.ChannelRank, (int?)b.Channel) ? b.Channel : a.Channel,
        ChannelRank = Math.Max(a.ChannelRank, b.ChannelRank),
        Scores = Later(a, b),
        Revision = Math.Max(a.Revision, b.Revision),
        Sentiment = a.SentimentRevision != b.SentimentRevision
            ? (a.SentimentRevision > b.SentimentRevision ? a.Sentiment : b.Sentiment)
            : (string.CompareOrdinal(a.Sentiment, b.Sentiment) >= 0 ? a.Sentiment : b.Sentiment),
        SentimentRevision = Math.Max(a.SentimentRevision, b.SentimentRevision),
    };

    /// <summary>Whether two facts would be counted and merged alike.</summary>
    public static bool Same(Fact a, Fact b) =>
        a.Stages.SetEquals(b.Stages)
        && a.Dimensions.Count == b.Dimensions.Count && a.Dimensions.All(d => b.Dimensions.TryGetValue(d.Key, out var v) && v == d.Value)
        && (a.Channel, a.ChannelRank, a.Revision, a.Sentiment, a.SentimentRevision) == (b.Channel, b.ChannelRank, b.Revision, b.Sentiment, b.SentimentRevision)
        && a.Scores.Count == b.Scores.Count && a.Scores.All(s => b.Scores.TryGetValue(s.Key, out var v) && v == s.Value);

    /// <summary>The channel of an answer beats that of a delivery, which beats that of an invitation.</summary>
    private static int RankOf(FactChanged news) => news.Scores is not null ? 4 : news.AllStages().Select(RankOf).DefaultIfEmpty(1).Max();

    private static int RankOf(FieldworkStage stage) => stage switch
    {
        FieldworkStage.Answered or FieldworkStage.Started => 3,
        FieldworkStage.Delivered => 2,
        _ => 1,
    };

    private static IReadOnlyDictionary<QuestionKind, int> Later(Fact a, Fact b)
    {
        if (a.Revision != b.Revision)
        {
            return a.Revision > b.Revision ? a.Scores : b.Scores;
        }
        return a.Scores.Concat(b.Scores).GroupBy(s => s.Key).ToDictionary(g => g.Key, g => g.Max(s => s.Value));
    }

    private static bool IsMore(int rankA, int? valueA, int rankB, int? valueB) =>
        rankB != rankA ? rankB > rankA : (valueB ?? -1) > (valueA ?? -1);
}
