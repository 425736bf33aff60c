using CxFunctions.Catalog;
using CxFunctions.Rollups;

namespace CxFunctions.Alerts;

/// <summary>Whether a day's score lies too far below the days before it. Pure.</summary>
public static class DropRules
{
    /// <param name="condition">The rule.</param>
    /// <param name="day">The day's numbers.</param>
    /// <param name="baseline">The days before it.</param>
    /// <returns>The fall, or null where nothing is to be told: too few answers on either side, or no such fall.</returns>
    public static ScoreDrop? Find(DropCondition condition, Rollup? day, IReadOnlyList<Rollup> baseline)
    {
        if (day?.ScoreOf(condition.Metric) is not { } now || now.N < condition.MinAnswers || baseline.Count == 0)
        {
            return null;
        }
        var before = (baseline[0] with { Counts = RollupCounts.Merge(baseline.Select(b => b.Counts)) }).ScoreOf(condition.Metric);
        return before is not null && before.N >= condition.MinAnswers && before.Score - now.Score >= condition.Points
            ? new ScoreDrop(before, now)
            : null;
    }
}

/// <param name="Before">The baseline's score.</param>
/// <param name="Now">The day's score.</param>
public sealed record ScoreDrop(MetricScore Before, MetricScore Now);
