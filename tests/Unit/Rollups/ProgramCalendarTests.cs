using System.Globalization;
using CxFunctions.Rollups;
using FsCheck;
using FsCheck.Fluent;

namespace CxFunctions.Tests.Unit.Rollups;

public sealed class ProgramCalendarTests
{
    /// <summary>Half and quarter hours, clocks that change at midnight, over midnight or by half an hour, a day that was left out.</summary>
    private static readonly string[] Zones =
    [
        "UTC", "America/Lima", "Europe/Madrid", "America/New_York", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe", "America/St_Johns",
        "America/Santiago", "America/Havana", "America/Sao_Paulo", "Africa/Cairo", "Pacific/Apia", "Pacific/Chatham", "Africa/Casablanca", "Asia/Tehran",
    ];

    private static readonly Gen<(ProgramCalendar Calendar, DateTimeOffset At)> Instants =
        from zone in Gen.Elements(Zones)
        from minute in Gen.Choose(0, 26 * 365 * 24 * 60)
        from second in Gen.Choose(0, 59)
        select (Of(zone), new DateTimeOffset(2001, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute).AddSeconds(second));

    /// <summary>Two days around every change of clocks, where all the trouble is.</summary>
    private static readonly Gen<(ProgramCalendar Calendar, DateTimeOffset At)> NearChanges =
        from change in Gen.Elements(Zones.SelectMany(ChangesOf).ToArray())
        from minute in Gen.Choose(-24 * 60, 24 * 60)
        select (Of(change.Zone), change.At.AddMinutes(minute));

    [Fact]
    public void Buckets_follow_one_another_without_gap_or_overlap_and_lie_whole_in_those_that_they_are_merged_to() =>
        Prop.ForAll(Gen.OneOf(Instants, NearChanges).ToArbitrary(), t =>
        {
            var ((calendar, at), good) = (t, true);
            foreach (var grain in Enum.GetValues<Grain>())
            {
                var (start, next) = (calendar.Of(grain, at), calendar.Next(grain, at));
                good &= start <= at && at < next && start.Offset == TimeSpan.Zero;
                good &= calendar.Of(grain, start) == start && calendar.Of(grain, next.AddTicks(-1)) == start && calendar.Of(grain, next) == next;
                good &= calendar.PartitionOf(grain, start) <= start && calendar.NextPartition(grain, start) >= next;
                good &= calendar.PartitionOf(grain, next.AddTicks(-1)) == calendar.PartitionOf(grain, start);
            }
            return good;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void An_hour_is_one_that_clocks_show_and_a_day_begins_with_its_date() =>
        Prop.ForAll(Gen.OneOf(Instants, NearChanges).ToArbitrary(), t =>
        {
            var (calendar, at) = t;
            var (local, hour) = (calendar.Local(at), calendar.Local(calendar.Of(Grain.Hour, at)));
            return (local.Date, local.Hour, local.Offset) == (hour.Date, hour.Hour, hour.Offset)
                && DateOnly.FromDateTime(calendar.Local(calendar.Of(Grain.Day, at)).DateTime) == calendar.DayOf(at)
                && calendar.Until(Grain.Hour, at, 30) is var hours && hours[^1] == calendar.Of(Grain.Hour, at) && hours.Zip(hours.Skip(1)).All(p => calendar.Next(Grain.Hour, p.First) == p.Second);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Theory]
    [InlineData("Europe/Madrid", "2026-03-29", 23, 23)]
    [InlineData("Europe/Madrid", "2026-10-25", 25, 25)]
    [InlineData("Europe/Madrid", "2026-10-26", 24, 24)]
    [InlineData("America/New_York", "2026-11-01", 25, 25)]
    [InlineData("Asia/Kolkata", "2026-11-22", 24, 24)]
    [InlineData("Australia/Lord_Howe", "2026-10-04", 24, 23.5)]
    [InlineData("Australia/Lord_Howe", "2026-04-05", 25, 24.5)]
    [InlineData("Africa/Cairo", "2026-04-24", 23, 23)] // begins at one
    [InlineData("America/Santiago", "2026-04-04", 25, 25)] // 23 o'clock comes twice
    [InlineData("America/Havana", "2026-11-01", 25, 25)] // midnight comes twice
    public void A_day_on_which_clocks_change_has_as_many_hours_as_clocks_show(string zone, string day, int buckets, double hours)
    {
        var calendar = Of(zone);
        var start = calendar.StartOf(DateOnly.Parse(day, CultureInfo.InvariantCulture));
        var end = calendar.Next(Grain.Day, start);
        Assert.Equal((buckets, hours), (calendar.HoursWithin(start, end).Count(), (end - start).TotalHours));
    }

    [Theory]
    [InlineData("America/Lima", "2026-12-01T04:59:59Z", "2026-11-30", "2026-11-01T05:00:00Z")]
    [InlineData("America/Lima", "2026-12-01T05:00:00Z", "2026-12-01", "2026-12-01T05:00:00Z")]
    [InlineData("Asia/Kolkata", "2026-11-30T18:29:59Z", "2026-11-30", "2026-10-31T18:30:00Z")]
    [InlineData("Asia/Kolkata", "2026-11-30T18:30:00Z", "2026-12-01", "2026-11-30T18:30:00Z")]
    public void A_month_ends_where_it_ends_for_those_who_live_in_the_zone(string zone, string at, string day, string month)
    {
        var instant = DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);
        Assert.Equal((DateOnly.Parse(day, CultureInfo.InvariantCulture), DateTimeOffset.Parse(month, CultureInfo.InvariantCulture)), (Of(zone).DayOf(instant), Of(zone).Of(Grain.Month, instant)));
    }

    [Fact]
    public void A_utc_hour_is_two_of_a_zone_that_is_half_an_hour_off()
    {
        var utc = new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);
        Assert.Equal([utc.AddMinutes(-30), utc.AddMinutes(30)], Of("Asia/Kolkata").HoursWithin(utc, utc.AddHours(1)));
        Assert.Equal([utc], Of("America/Lima").HoursWithin(utc, utc.AddHours(1)));
        Assert.Equal([utc, utc.AddHours(1)], UtcHour.Within(utc.AddMinutes(30), utc.AddMinutes(90)));
    }

    private static ProgramCalendar Of(string zone) => new(TimeZoneInfo.FindSystemTimeZoneById(zone));

    private static IEnumerable<(string Zone, DateTimeOffset At)> ChangesOf(string id)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        var hours = Enumerable.Range(0, 15 * 365 * 24).Select(h => new DateTimeOffset(2012, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(h));
        return hours.Where(at => zone.GetUtcOffset(at) != zone.GetUtcOffset(at.AddHours(-1))).Select(at => (id, at));
    }
}
