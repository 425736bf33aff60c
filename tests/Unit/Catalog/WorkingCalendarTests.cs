using CxFunctions.Catalog;

namespace CxFunctions.Tests.Unit.Catalog;

public sealed class WorkingCalendarTests
{
    private static readonly SurveyProgram Program = ProgramFile.Load(Path.Combine(AppContext.BaseDirectory, "Catalog/Programs/bank.json"));

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text + "Z", System.Globalization.CultureInfo.InvariantCulture);

    private static WorkingCalendar Of(params Recipient[] people)
    {
        var named = people.Select((person, i) => ($"r{i}", person)).ToDictionary();
        return WorkingCalendar.Of(Program with { Recipients = named }, named.Keys);
    }

    private static Recipient In(string zone, WorkingHours? hours = null) => new() { Name = "Rosa", TimeZone = zone, WorkingHours = hours ?? new WorkingHours() };

    [Theory]
    [InlineData("2026-11-23T15:00:00", 4, "2026-11-23T19:00:00")] // ten on a Monday in Lima
    [InlineData("2026-11-23T20:00:00", 4, "2026-11-24T15:00:00")] // three hours on Monday, one on Tuesday
    [InlineData("2026-11-23T19:00:00", 4, "2026-11-23T23:00:00")] // to the end of the day, not to the beginning of the next
    [InlineData("2026-11-27T23:00:00", 1, "2026-11-30T15:00:00")] // Friday evening
    [InlineData("2026-11-28T12:00:00", 9, "2026-11-30T23:00:00")] // a Saturday
    [InlineData("2026-11-23T05:00:00", 1, "2026-11-23T15:00:00")] // before work
    [InlineData("2026-11-23T15:00:00", 24, "2026-11-25T21:00:00")]
    public void Time_counts_while_somebody_is_at_work(string from, int hours, string to) =>
        Assert.Equal(Utc(to), Of(In("America/Lima")).Add(Utc(from), TimeSpan.FromHours(hours)));

    [Theory]
    [InlineData("2026-11-23T14:00:00", "2026-11-23T14:00:00")]
    [InlineData("2026-11-23T13:59:59", "2026-11-23T14:00:00")]
    [InlineData("2026-11-23T22:59:59", "2026-11-23T22:59:59")]
    [InlineData("2026-11-23T23:00:00", "2026-11-24T14:00:00")]
    [InlineData("2026-11-27T23:00:00", "2026-11-30T14:00:00")]
    public void It_opens_with_the_first_minute_and_closes_with_the_last(string at, string opens) => Assert.Equal(Utc(opens), Of(In("America/Lima")).NextOpen(Utc(at)));

    [Fact]
    public void Nobody_or_somebody_without_hours_is_always_there()
    {
        var night = Utc("2026-11-28T03:00:00");
        Assert.Equal(night.AddHours(4), Of().Add(night, TimeSpan.FromHours(4)));
        Assert.Equal(night.AddHours(4), Of(In("America/Lima"), new Recipient { Name = "Night desk" }).Add(night, TimeSpan.FromHours(4)));
        Assert.Equal(night, WorkingCalendar.Of(Program, ["nobody-of-that-name"]).NextOpen(night));
    }

    [Fact]
    public void Two_in_different_zones_count_together_and_no_hour_twice()
    {
        // Madrid works from 8:00 to 17:00 UTC, Lima from 14:00 to 23:00: together fifteen hours.
        var both = Of(In("America/Lima"), In("Europe/Madrid"));
        Assert.Equal(Utc("2026-11-23T23:00:00"), both.Add(Utc("2026-11-23T08:00:00"), TimeSpan.FromHours(15)));
        Assert.Equal(Utc("2026-11-24T09:00:00"), both.Add(Utc("2026-11-23T08:00:00"), TimeSpan.FromHours(16)));
    }

    [Theory]
    [InlineData("2026-03-27T17:00:00", "2026-03-30T08:00:00")] // Friday six in the evening in Madrid, winter; Monday nine, summer
    [InlineData("2026-10-23T16:00:00", "2026-10-26T09:00:00")] // and back
    public void Work_begins_by_the_clock_on_the_wall_when_it_was_moved_over_the_weekend(string from, string counted) =>
        Assert.Equal(Utc(counted), Of(In("Europe/Madrid")).Add(Utc(from), TimeSpan.FromHours(1)));

    [Fact]
    public void A_night_with_an_hour_less_or_more_counts_as_many_hours_as_it_has()
    {
        var nights = new WorkingHours { Days = [DayOfWeek.Sunday], From = new(0, 0), To = new(6, 0) };
        // 29 March 2026: from 2:00 to 3:00 there is no hour. 25 October: from 2:00 to 3:00 there are two.
        Assert.Equal((Utc("2026-03-28T23:00:00"), Utc("2026-03-29T04:00:00")), Shift(nights, 2026, 3, 29));
        Assert.Equal((Utc("2026-10-24T22:00:00"), Utc("2026-10-25T05:00:00")), Shift(nights, 2026, 10, 25));
    }

    [Fact]
    public void Work_that_begins_in_the_hour_that_is_left_out_begins_after_it_and_one_within_it_is_none()
    {
        Assert.Equal((Utc("2026-03-29T01:00:00"), Utc("2026-03-29T04:00:00")), Shift(new WorkingHours { Days = [DayOfWeek.Sunday], From = new(2, 30), To = new(6, 0) }, 2026, 3, 29));
        Assert.Null(new WorkingHours { Days = [DayOfWeek.Sunday], From = new(2, 15), To = new(2, 45) }.On(new(2026, 3, 29), Madrid));
    }

    [Fact]
    public void Work_in_the_hour_that_comes_twice_goes_from_its_first_pass_to_its_last() =>
        Assert.Equal((Utc("2026-10-25T00:15:00"), Utc("2026-10-25T01:45:00")), Shift(new WorkingHours { Days = [DayOfWeek.Sunday], From = new(2, 15), To = new(2, 45) }, 2026, 10, 25));

    [Fact]
    public void Days_off_and_work_to_midnight()
    {
        var hours = new WorkingHours { From = new(14, 0), To = TimeOnly.MinValue, Holidays = [new(2026, 12, 25)] };
        Assert.Null(hours.On(new(2026, 12, 25), Madrid));
        Assert.Equal((Utc("2026-12-24T13:00:00"), Utc("2026-12-24T23:00:00")), Shift(hours, 2026, 12, 24));
        Assert.Equal(Utc("2026-12-28T14:00:00"), Of(In("Europe/Madrid", hours)).Add(Utc("2026-12-24T22:00:00"), TimeSpan.FromHours(2)));
    }

    private static readonly TimeZoneInfo Madrid = TimeZoneInfo.FindSystemTimeZoneById("Europe/Madrid");

    private static (DateTimeOffset, DateTimeOffset) Shift(WorkingHours hours, int year, int month, int day) => hours.On(new(year, month, day), Madrid) is { } shift ? (shift.Start, shift.End) : default;
}
