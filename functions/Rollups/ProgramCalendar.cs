using System.Globalization;
using CxFunctions.Catalog;

namespace CxFunctions.Rollups;

/// <summary>
/// The hours, days and months of a program's time zone: the buckets of its rollups, each named by its first instant. They follow one another without
/// a gap, and days end with an hour, months with a day. A day on which clocks are changed has 23 or 25 hours (or half an hour more or less); the
/// hour that comes twice is two buckets; where clocks are moved by half an hour, so is the hour that this cuts in two.
/// </summary>
public sealed class ProgramCalendar(TimeZoneInfo zone)
{
    /// <summary>Where clocks are furthest ahead of and behind UTC, and a little more.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(15);
    private static readonly TimeSpan Behind = TimeSpan.FromHours(13);

    public TimeZoneInfo Zone => zone;

    /// <summary>Of the program's default zone; UTC for a program that has left the catalog.</summary>
    public static ProgramCalendar Of(SurveyProgram? program) => new(program?.ZoneOf(timeZone: null) ?? TimeZoneInfo.Utc);

    /// <summary>What clocks show, with their offset.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone);

    /// <summary>First instant of the bucket that the instant lies in, UTC.</summary>
    public DateTimeOffset Of(Grain grain, DateTimeOffset at) => grain switch
    {
        Grain.Hour => HourOf(at.ToUniversalTime()),
        Grain.Day => StartOf(DayOf(at)),
        _ => StartOf(FirstOf(DayOf(at))),
    };

    /// <summary>First instant of the bucket after the one that the instant lies in, UTC.</summary>
    public DateTimeOffset Next(Grain grain, DateTimeOffset at) => grain switch
    {
        Grain.Hour => EndOfHour(HourOf(at.ToUniversalTime())),
        Grain.Day => StartOf(DayOf(at).AddDays(1)),
        _ => StartOf(FirstOf(DayOf(at)).AddMonths(1)),
    };

    /// <summary>So many buckets, the last of which the instant lies in, oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> Until(Grain grain, DateTimeOffset at, int count)
    {
        var buckets = new DateTimeOffset[count];
        for (var i = count - 1; i >= 0; i--)
        {
            buckets[i] = Of(grain, at);
            at = buckets[i].AddTicks(-1);
        }
        return buckets;
    }

    /// <summary>The hours that have a part in [from, to), oldest first.</summary>
    public IEnumerable<DateTimeOffset> HoursWithin(DateTimeOffset from, DateTimeOffset to)
    {
        for (var hour = Of(Grain.Hour, from); hour < to; hour = EndOfHour(hour))
        {
            yield return hour;
        }
    }

    /// <summary>
    /// What is stored together: the hours of a day, the days of a month, the months of a year. Reading one partition is then all it takes to compute
    /// the next grain.
    /// </summary>
    public DateTimeOffset PartitionOf(Grain grain, DateTimeOffset at) => grain switch
    {
        Grain.Hour => Of(Grain.Day, at),
        Grain.Day => Of(Grain.Month, at),
        _ => StartOf(new DateOnly(DayOf(at).Year, 1, 1)),
    };

    public DateTimeOffset NextPartition(Grain grain, DateTimeOffset at) => grain switch
    {
        Grain.Hour => Next(Grain.Day, at),
        Grain.Day => Next(Grain.Month, at),
        _ => StartOf(new DateOnly(DayOf(at).Year + 1, 1, 1)),
    };

    /// <summary>First instant of the day: midnight, or what clocks jump to where they jump over it.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        var utc = new DateTimeOffset(midnight, TimeSpan.Zero);
        return FirstMinute(utc - Ahead, utc + Behind, at => Local(at).DateTime >= midnight);
    }

    /// <summary>The day that the instant counts in: what the calendar shows, but where clocks go back over midnight.</summary>
    public DateOnly DayOf(DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(Local(at).DateTime);
        return StartOf(day) > at ? day.AddDays(-1) : StartOf(day.AddDays(1)) <= at ? day.AddDays(1) : day;
    }

    /// <summary>Twelve digits, yyyyMMddHHmm in UTC; sorts by time.</summary>
    public static string Text(DateTimeOffset bucket) => bucket.UtcDateTime.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    private DateTimeOffset HourOf(DateTimeOffset at)
    {
        var start = at.AddTicks(-(Local(at).TimeOfDay.Ticks % TimeSpan.TicksPerHour));
        return OffsetAt(start) == OffsetAt(at) ? start : FirstMinute(start, at, t => OffsetAt(t) == OffsetAt(at));
    }

    private DateTimeOffset EndOfHour(DateTimeOffset start)
    {
        var end = start.AddMinutes(60 - Local(start).Minute);
        return OffsetAt(end.AddMinutes(-1)) == OffsetAt(start) ? end : FirstMinute(start, end, t => OffsetAt(t) != OffsetAt(start));
    }

    private TimeSpan OffsetAt(DateTimeOffset at) => zone.GetUtcOffset(at);

    /// <summary>Clocks are changed at whole minutes.</summary>
    /// <param name="low">Where it is not true yet; at a whole minute.</param>
    /// <param name="high">Where it is true.</param>
    /// <param name="isTrue">From one instant on.</param>
    private static DateTimeOffset FirstMinute(DateTimeOffset low, DateTimeOffset high, Func<DateTimeOffset, bool> isTrue)
    {
        var (no, yes) = (0, (int)Math.Ceiling((high - low).TotalMinutes));
        while (yes - no > 1)
        {
            var middle = (no + yes) / 2;
            (no, yes) = isTrue(low.AddMinutes(middle)) ? (no, middle) : (middle, yes);
        }
        return low.AddMinutes(yes);
    }
}
