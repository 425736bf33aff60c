using CxFunctions.Catalog;
using CxFunctions.Dashboard;
using CxFunctions.Rollups;

namespace CxFunctions.Tests.Unit.Dashboard;

public class StaffWordsTests
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
            Assert.Equal(new ProgramCalendar(TimeZoneInfo.Utc).Of(grain, Now), buckets[^1]);
        }
    }

    [Fact]
    public void A_point_of_the_hourly_chart_counts_the_24_hours_up_to_it()
    {
        var query = Query(Grain.Hour);
        var counts = new RollupCounts();
        counts.Count(new CxFunctions.Rollups.Fact { JourneyId = "j", Program = "p", Touchpoint = "t", OccurredAt = Now, Scores = new Dictionary<QuestionKind, int> { [QuestionKind.Nps] = 10 } });
        var key = RollupKey.Total("p", "t", Grain.Hour);
        var at = UtcHour.Of(Now).AddHours(-30);
        var series = ScoreSeries.Of(QuestionKind.Nps, query, Now, new Dictionary<DateTimeOffset, Rollup> { [at] = new(key, at, counts) }, new Rollup(key, at, counts));
        var answered = series.Points.Where(p => p.Score is not null).Select(p => p.Bucket).ToList();
        Assert.Equal((24, at, at.AddHours(23)), (answered.Count, answered[0], answered[^1]));
        Assert.Equal(1, series.Total!.N);
    }

    [Theory]
    [InlineData("America/Lima", "2026-11-22T03:30:00Z", "21 Nov 22:00", "21 Nov")]
    [InlineData("Asia/Kolkata", "2026-11-22T18:40:00Z", "23 Nov 00:00", "23 Nov")]
    [InlineData("Europe/Madrid", "2026-10-25T00:10:00Z", "25 Oct 02:00 UTC+2", "25 Oct")]
    [InlineData("Europe/Madrid", "2026-10-25T01:10:00Z", "25 Oct 02:00 UTC+1", "25 Oct")]
    public void A_bucket_is_called_as_clocks_show_it_and_the_hour_that_comes_twice_says_which_it_is(string zone, string at, string hour, string day)
    {
        var (calendar, instant) = (new ProgramCalendar(TimeZoneInfo.FindSystemTimeZoneById(zone)), DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(hour, TimeWords.Bucket(Grain.Hour, calendar.Of(Grain.Hour, instant), calendar));
        Assert.Equal(day, TimeWords.Bucket(Grain.Day, calendar.Of(Grain.Day, instant), calendar));
    }

    [Theory]
    [InlineData("America/Lima", "22 Nov 2026 10:20 UTC−5")]
    [InlineData("Asia/Kolkata", "22 Nov 2026 20:50 UTC+5:30")]
    [InlineData("UTC", "22 Nov 2026 15:20 UTC")]
    public void A_moment_carries_the_offset_that_it_is_told_in(string zone, string text) =>
        Assert.Equal(text, TimeWords.Moment(Now, new ProgramCalendar(TimeZoneInfo.FindSystemTimeZoneById(zone))));

    private static DashboardQuery Query(Grain grain) => new(null!, null, grain);
}
