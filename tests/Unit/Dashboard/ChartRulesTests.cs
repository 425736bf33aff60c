using CxFunctions.Catalog;
using CxFunctions.Dashboard;
using CxFunctions.Rollups;

namespace CxFunctions.Tests.Unit.Dashboard;

public class ChartRulesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_ends_of_the_scale_are_the_ends_of_the_field()
    {
        Assert.Equal((0, 50, 100), (ChartRules.Y(100, QuestionKind.Nps), ChartRules.Y(0, QuestionKind.Nps), ChartRules.Y(-100, QuestionKind.Nps)));
        Assert.Equal((0, 100), (ChartRules.Y(100, QuestionKind.Csat), ChartRules.Y(0, QuestionKind.Csat)));
        Assert.Equal((125, 875), (ChartRules.X(0, 4), ChartRules.X(3, 4)));
    }

    [Fact]
    public void Line_and_band_go_through_scores_and_interval_ends() =>
        Assert.Equal(
            ("M250 25L750 50", "M250 10L750 40L750 60L250 40Z"),
            Paths(new MetricScore(10, 50, 20, 80), new MetricScore(10, 0, -20, 20)));

    [Fact]
    public void Nothing_bridges_a_time_without_answers() =>
        Assert.Equal("M125 25L375 25M875 25L875 25", Paths(Same, Same, null, Same).Line);

    [Fact]
    public void An_answer_alone_in_its_time_still_shows_its_interval() => Assert.Equal("M250 10L750 10L750 40L250 40Z", Paths(Same).Band);

    [Fact]
    public void Without_answers_nothing_is_drawn() => Assert.Equal(("", ""), Paths(null, null));

    private static MetricScore Same => new(10, 50, 20, 80);

    private static (string Line, string Band) Paths(params MetricScore?[] scores)
    {
        var series = new ScoreSeries(QuestionKind.Nps, [.. scores.Select((s, i) => new ScorePoint(Noon.AddHours(i), s))], null);
        return (ChartRules.Line(series), ChartRules.Band(series));
    }
}
