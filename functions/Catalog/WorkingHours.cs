using System.ComponentModel;

namespace CxFunctions.Catalog;

/// <summary>When somebody is at work, by the clock on their own wall.</summary>
public sealed record WorkingHours
{
    [Description("Days of work, monday to sunday; monday to friday where none are given.")]
    public IReadOnlyList<DayOfWeek> Days { get; init; } = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    [Description("First minute, inclusive, as HH:mm.")]
    public TimeOnly From { get; init; } = new(9, 0);

    [Description("Last minute, exclusive, as HH:mm; later than from, or 00:00 for midnight.")]
    public TimeOnly To { get; init; } = new(18, 0);

    [Description("Days off, as yyyy-MM-dd.")]
    public IReadOnlyList<DateOnly> Holidays { get; init; } = [];

    /// <summary>The work of one day. An hour that the clock passes twice counts twice; one that it leaves out does not count.</summary>
    /// <returns>Null on a day without work.</returns>
    public Shift? On(DateOnly day, TimeZoneInfo zone)
    {
        if (!Days.Contains(day.DayOfWeek) || Holidays.Contains(day))
        {
            return null;
        }
        var start = InstantOf(day.ToDateTime(From), zone, firstPass: true);
        var end = InstantOf(To == TimeOnly.MinValue ? day.AddDays(1).ToDateTime(To) : day.ToDateTime(To), zone, firstPass: false);
        return end > start ? new Shift(start, end) : null;
    }

    private static DateTimeOffset InstantOf(DateTime wall, TimeZoneInfo zone, bool firstPass)
    {
        while (zone.IsInvalidTime(wall))
        {
            wall = wall.AddMinutes(1);
        }
        var offset = !zone.IsAmbiguousTime(wall) ? zone.GetUtcOffset(wall)
            : firstPass ? zone.GetAmbiguousTimeOffsets(wall).Max()
            : zone.GetAmbiguousTimeOffsets(wall).Min();
        return new DateTimeOffset(wall, offset).ToUniversalTime();
    }
}

/// <summary>One stretch of work.</summary>
/// <param name="Start">UTC, inclusive.</param>
/// <param name="End">UTC, exclusive.</param>
public readonly record struct Shift(DateTimeOffset Start, DateTimeOffset End);
