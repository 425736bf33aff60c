using CxFunctions.Catalog;
using CxFunctions.Dashboard;
using CxFunctions.Rollups;

namespace CxFunctions.Tests.Unit.Dashboard;

public class WordsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 15, 20, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(12.4, "+12"), InlineData(-12.6, "−13"), InlineData(0.2, "0"), InlineData(-0.2, "0"), InlineData(100, "+100")]
    public void An_nps_carries_its_sign_and_zero_carries_none(double score, string text) => Assert.Equal(text, ScoreWords.Score(QuestionKind.Nps, score));

    [Theory]
    [InlineData(-0.5, "now"), InlineData(-12, "12 min ago"), InlineData(-125, "2 h 5 min ago"), InlineData(-720, "12 h ago"), InlineData(-4320, "3 days ago"), InlineData(45, "in 45 min")]
    public void Times_are_said_as_people_say_them(double minutes, string text) => Assert.Equal(text, TimeWords.Relative(Now.AddMinutes(minutes), Now));

    [Fact]
    public void The_chart_ends_with_the_bucket_that_now_lies_in()
    {
        foreach (var (grain, count, first) in new[] { (Grain.Hour, 48, "2026-11-20T16:00:00Z"), (Grain.Day, 30, "2026-10-24T00:00:00Z"), (Grain.Month, 12, "2025-12-01T00:00:00Z") })
        {
            var buckets = Query(grain).BucketsUntil(Now);
            Assert.Equal(count, buckets.Count);
            Assert.Equal(first, TimeWords.Machine(buckets[0]));
            Assert.Equal(Buckets.Of(grain, Now), buckets[^1]);
        }
    }

    [Fact]
    public void A_point_of_the_hourly_chart_counts_the_24_hours_up_to_it()
    {
        var query = Query(Grain.Hour);
        var counts = new RollupCounts();
        counts.Count(new CxFunctions.Rollups.Fact { JourneyId = "j", Program = "p", Touchpoint = "t", OccurredAt = Now, Scores = new Dictionary<QuestionKind, int> { [QuestionKind.Nps] = 10 } });
        var key = RollupKey.Total("p", "t", Grain.Hour);
        var at = Buckets.Of(Grain.Hour, Now).AddHours(-30);
        var series = ScoreSeries.Of(QuestionKind.Nps, query, Now, new Dictionary<DateTimeOffset, Rollup> { [at] = new(key, at, counts) }, new Rollup(key, at, counts));
        var answered = series.Points.Where(p => p.Score is not null).Select(p => p.Bucket).ToList();
        Assert.Equal((24, at, at.AddHours(23)), (answered.Count, answered[0], answered[^1]));
        Assert.Equal(1, series.Total!.N);
    }

    private static DashboardQuery Query(Grain grain) => new(null!, null, grain);
}
