using CxFunctions.Alerts;
using CxFunctions.Catalog;
using CxFunctions.Rollups;

namespace CxFunctions.Tests.Unit.Alerts;

public class DropRulesTests
{
    private static readonly DropCondition Fifteen = new() { Metric = QuestionKind.Nps, Points = 15, MinAnswers = 10 };

    private static Rollup Day(int day, int promoters, int detractors) => new(
        RollupKey.Total("bank", "branch", Grain.Day),
        new DateTimeOffset(2026, 11, day, 0, 0, 0, TimeSpan.Zero),
        RollupCounts.FromNamed(name => name switch { "Nps_10" => promoters, "Nps_0" => detractors, _ => null }));

    [Fact]
    public void A_fall_of_the_points_asked_for_is_told_with_both_scores()
    {
        var drop = DropRules.Find(Fifteen, Day(20, 10, 10), [Day(19, 15, 5)]);

        Assert.NotNull(drop);
        Assert.Equal(50, drop.Before.Score, 6);
        Assert.Equal(0, drop.Now.Score, 6);
    }

    [Fact]
    public void A_smaller_fall_is_not() => Assert.Null(DropRules.Find(Fifteen, Day(20, 14, 6), [Day(19, 15, 5)]));

    [Fact]
    public void A_rise_is_not() => Assert.Null(DropRules.Find(Fifteen, Day(20, 20, 0), [Day(19, 10, 10)]));

    [Fact]
    public void Too_few_answers_on_either_side_say_nothing()
    {
        Assert.Null(DropRules.Find(Fifteen, Day(20, 0, 9), [Day(19, 15, 5)]));
        Assert.Null(DropRules.Find(Fifteen, Day(20, 0, 20), [Day(19, 9, 0)]));
        Assert.Null(DropRules.Find(Fifteen, null, [Day(19, 15, 5)]));
        Assert.Null(DropRules.Find(Fifteen, Day(20, 0, 20), []));
    }

    [Fact]
    public void The_baseline_is_all_its_answers_together_not_the_mean_of_its_days()
    {
        // 20 of 20 and 1 of 11 promoters: together 21 of 31 promoters and 10 detractors, 35.5; the mean of days would be 9.1.
        var drop = DropRules.Find(Fifteen, Day(20, 12, 8), [Day(18, 20, 0), Day(19, 1, 10)]);

        Assert.Equal(100.0 * 11 / 31, drop!.Before.Score, 6);
    }
}
