using CxFunctions.Catalog;
using CxFunctions.Rollups;

namespace CxFunctions.Dashboard;

/// <summary>One metric over time.</summary>
/// <param name="Metric">Nps, Csat or Ces.</param>
/// <param name="Points">One a bucket, oldest first; null score where nobody answered.</param>
/// <param name="Total">Over all buckets, from the sum of their counts.</param>
public sealed record ScoreSeries(QuestionKind Metric, IReadOnlyList<ScorePoint> Points, MetricScore? Total)
{
    /// <param name="metric">Nps, Csat or Ces.</param>
    /// <param name="query">Which buckets, and how far each point looks back.</param>
    /// <param name="now">In the last bucket.</param>
    /// <param name="rollups">By bucket; those before the first bucket only count in points that look back to them.</param>
    /// <param name="total">Over the buckets shown.</param>
    public static ScoreSeries Of(QuestionKind metric, DashboardQuery query, DateTimeOffset now, IReadOnlyDictionary<DateTimeOffset, Rollup> rollups, Rollup total) =>
        new(metric, [.. query.BucketsUntil(now).Select(b => new ScorePoint(b, Trailing(query, b, rollups, total.Key).ScoreOf(metric)))], total.ScoreOf(metric));

    private static Rollup Trailing(DashboardQuery query, DateTimeOffset bucket, IReadOnlyDictionary<DateTimeOffset, Rollup> rollups, RollupKey key) => new(
        key,
        bucket,
        RollupCounts.Merge(Enumerable.Range(0, query.Trailing).Select(i => rollups.GetValueOrDefault(query.Back(bucket, i))).OfType<Rollup>().Select(r => r.Counts)));
}

public sealed record ScorePoint(DateTimeOffset Bucket, MetricScore? Score);
