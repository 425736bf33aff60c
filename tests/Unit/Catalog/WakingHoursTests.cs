using CxFunctions.Catalog;

namespace CxFunctions.Tests.Unit.Catalog;

public class WakingHoursTests
{
    private static readonly WakingHours Nine = new();

    [Theory]
    [InlineData("America/Lima", "2026-11-22T15:00:00Z", "2026-11-22T15:00:00Z")] // 10:00: now
    [InlineData("America/Lima", "2026-11-22T13:59:00Z", "2026-11-22T14:00:00Z")] // 08:59: at nine
    [InlineData("America/Lima", "2026-11-23T01:00:00Z", "2026-11-23T14:00:00Z")] // 20:00 is closed: next morning
    [InlineData("Europe/Lisbon", "2026-03-28T22:00:00Z", "2026-03-29T08:00:00Z")] // the night summer time begins
    [InlineData("Europe/Lisbon", "2026-10-24T22:00:00Z", "2026-10-25T09:00:00Z")] // the night it ends
    [InlineData("America/New_York", "2026-03-08T05:30:00Z", "2026-03-08T13:00:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-03T15:00:00Z", "2026-10-03T22:00:00Z")] // half an hour of summer time
    public void The_next_opening_is_at_nine_where_the_contact_lives(string zone, string at, string expected)
    {
        var open = Nine.NextOpen(DateTimeOffset.Parse(at), TimeZoneInfo.FindSystemTimeZoneById(zone));

        Assert.Equal(DateTimeOffset.Parse(expected), open);
    }

    [Fact]
    public void An_opening_that_the_clock_skips_moves_to_the_first_minute_after_the_gap()
    {
        var night = new WakingHours { From = new(2, 30), To = new(5, 0) };
        var newYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

        var open = night.NextOpen(DateTimeOffset.Parse("2026-03-08T06:00:00Z"), newYork);

        Assert.Equal(DateTimeOffset.Parse("2026-03-08T07:00:00Z"), open);
    }

    [Fact]
    public void An_opening_that_comes_twice_is_taken_the_first_time()
    {
        var night = new WakingHours { From = new(1, 30), To = new(5, 0) };
        var newYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

        var open = night.NextOpen(DateTimeOffset.Parse("2026-11-01T04:00:00Z"), newYork);

        Assert.Equal(DateTimeOffset.Parse("2026-11-01T05:30:00Z"), open);
    }

    [Fact]
    public void The_answer_always_lies_in_waking_hours_and_never_in_the_past()
    {
        foreach (var id in new[] { "America/Santiago", "Europe/Lisbon", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Lima" })
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
            for (var at = DateTimeOffset.Parse("2026-01-01T00:00:00Z"); at.Year == 2026; at = at.AddMinutes(37))
            {
                var open = Nine.NextOpen(at, zone);
                Assert.True(open >= at && Nine.Contains(open, zone) && open - at < TimeSpan.FromHours(15), $"{id} {at:O} {open:O}");
            }
        }
    }
}
