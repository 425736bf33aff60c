using CxFunctions.Catalog;
using CxFunctions.Rollups;

namespace CxFunctions.Dashboard;

/// <summary>One metric over time.</summary>
/// <param name="Metric">Nps, Csat or Ces.</param>
/// <param name="Points">One a bucket, oldest first; null score where nobody answered.</param>
/// <param name="Total">Over all buckets, from the sum of their counts.</param>
public sealed record ScoreSeries(QuestionKind Metric, IReadOnlyList<ScorePoint> Points, MetricScore? Total)
{
    public static ScoreSeries Of(QuestionKind metric, IReadOnlyList<DateTimeOffset> buckets, IReadOnlyDictionary<DateTimeOffset, Rollup> rollups, Rollup total) =>
        new(metric, [.. buckets.Select(b => new ScorePoint(b, rollups.GetValueOrDefault(b)?.ScoreOf(metric)))], total.ScoreOf(metric));
}

public sealed record ScorePoint(DateTimeOffset Bucket, MetricScore? Score);
