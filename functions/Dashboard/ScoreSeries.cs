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
        new(metric, [.. PointsOf(metric, query, query.CountedUntil(now), rollups, total.Key)], total.ScoreOf(metric));

    private static IEnumerable<ScorePoint> PointsOf(
        QuestionKind metric, DashboardQuery query, IReadOnlyList<DateTimeOffset> buckets, IReadOnlyDictionary<DateTimeOffset, Rollup> rollups, RollupKey key)
    {
        for (var last = query.Trailing - 1; last < buckets.Count; last++)
        {
            var counted = buckets.Skip(last + 1 - query.Trailing).Take(query.Trailing).Select(b => rollups.GetValueOrDefault(b)).OfType<Rollup>();
            yield return new ScorePoint(buckets[last], new Rollup(key, buckets[last], RollupCounts.Merge(counted.Select(r => r.Counts))).ScoreOf(metric));
        }
    }
}

public sealed record ScorePoint(DateTimeOffset Bucket, MetricScore? Score);
