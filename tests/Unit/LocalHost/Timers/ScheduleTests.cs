using CxFunctions.LocalHost.Timers;

namespace CxFunctions.Tests.Unit.LocalHost.Timers;

public class ScheduleTests
{
    [Theory]
    [InlineData("0 */5 * * * *", "UTC", "2026-11-22T10:03:00Z", "2026-11-22T10:05:00Z")]
    [InlineData("0 */5 * * * *", "UTC", "2026-11-22T10:05:00Z", "2026-11-22T10:10:00Z")]
    [InlineData("*/10 * * * * *", "UTC", "2026-11-22T10:05:01Z", "2026-11-22T10:05:10Z")]
    [InlineData("0 30 9 * * Mon-Fri", "UTC", "2026-11-20T10:00:00Z", "2026-11-23T09:30:00Z")]
    [InlineData("0 0 9 * * *", "America/Lima", "2026-11-22T10:00:00Z", "2026-11-22T14:00:00Z")]
    [InlineData("15,45 * * * * *", "UTC", "2026-11-22T10:05:20Z", "2026-11-22T10:05:45Z")]
    [InlineData("0 0 9-17/2 * * *", "UTC", "2026-11-22T13:30:00Z", "2026-11-22T15:00:00Z")]
    [InlineData("0 0 9-17/2 * * *", "UTC", "2026-11-22T17:30:00Z", "2026-11-23T09:00:00Z")]
    [InlineData("0 0 0 1 Jan,July *", "UTC", "2026-11-22T10:00:00Z", "2027-01-01T00:00:00Z")]
    [InlineData("0 0 12 * * 0", "UTC", "2026-11-23T00:00:00Z", "2026-11-29T12:00:00Z")]
    [InlineData("0 0 0 29 2 *", "UTC", "2026-11-22T10:00:00Z", "2028-02-29T00:00:00Z")]
    [InlineData("0 30 2 * * *", "America/New_York", "2026-03-07T12:00:00Z", "2026-03-08T07:30:00Z")]
    [InlineData("0 30 1 * * *", "America/New_York", "2026-10-31T12:00:00Z", "2026-11-01T05:30:00Z")]
    [InlineData("0 0 9 1 * *", "Asia/Tokyo", "2026-11-22T10:00:00Z", "2026-12-01T00:00:00Z")]
    public void The_next_occurrence_is_counted_in_the_zone(string expression, string zone, string after, string next) =>
        Assert.Equal(At(next), Parse(expression, zone).Next(At(after)));

    [Fact]
    public void Where_clocks_go_forward_a_run_in_the_missing_hour_comes_by_the_new_time() =>
        // Madrid, 29 March 2026: 02:00 becomes 03:00, and 02:30 does not exist.
        Assert.Equal(At("2026-03-29T01:30:00Z"), Parse("0 30 2 * * *", "Europe/Madrid").Next(At("2026-03-28T12:00:00Z")));

    [Fact]
    public void Where_clocks_go_back_a_daily_run_in_the_repeated_hour_comes_once()
    {
        // Madrid, 25 October 2026: 02:30 comes at 00:30 and at 01:30 UTC.
        var schedule = Parse("0 30 2 * * *", "Europe/Madrid");
        var first = schedule.Next(At("2026-10-24T12:00:00Z"));
        Assert.Equal(At("2026-10-25T00:30:00Z"), first);
        Assert.Equal(At("2026-10-26T01:30:00Z"), schedule.Next(first));
    }

    [Fact]
    public void An_hourly_run_comes_every_hour_also_where_clocks_change()
    {
        var schedule = Parse("0 0 * * * *", "Europe/Madrid");
        var at = At("2026-10-24T22:00:00Z");
        for (var hour = 0; hour < 6; hour++)
        {
            Assert.Equal(at.AddHours(1), schedule.Next(at));
            at = schedule.Next(at);
        }
    }

    [Theory]
    [InlineData("*/30 * * * * *", true)]
    [InlineData("0 * * * * *", false)]
    public void A_schedule_of_more_than_once_a_minute_is_frequent(string expression, bool frequent) =>
        Assert.Equal(frequent, Parse(expression, "UTC").IsFrequent(At("2026-11-22T10:00:00Z")));

    private static Schedule Parse(string expression, string zone) =>
        Schedule.Parse(expression, TimeZoneInfo.FindSystemTimeZoneById(zone), "test");

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text);
}
