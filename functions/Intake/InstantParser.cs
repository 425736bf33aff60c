using System.Globalization;
using System.Text.RegularExpressions;

namespace CxFunctions.Intake;

/// <summary>
/// Instants as ISO 8601 has them, basic and extended: calendar, week and ordinal dates, seconds and their fraction as wanted (what is finer than a
/// tick is cut off), 24:00 for the end of a day, a leap second. The offset is required: without it the instant would depend on where this code runs.
/// </summary>
internal static partial class InstantParser
{
    private const int DigitsOfATick = 7;

    private static readonly TimeSpan LargestOffset = TimeSpan.FromHours(14);

    /// <returns>Null where it is no such instant.</returns>
    public static DateTimeOffset? Parse(string text)
    {
        if (Form().Match(text) is not { Success: true } form || DayOf(form) is not { } day || TimeOf(form) is not { } time || OffsetOf(form) is not { } offset)
        {
            return null;
        }
        try
        {
            return new DateTimeOffset(day + time, offset);
        }
        catch (ArgumentOutOfRangeException)
        {
            // Before the first or after the last day there is.
            return null;
        }
    }

    private static DateTime? DayOf(Match form)
    {
        var (year, month, week, day) = (Number(form, "year"), Number(form, "month"), Number(form, "week"), Number(form, "day"));
        if (year == 0)
        {
            return null;
        }
        if (form.Groups["week"].Success)
        {
            return week >= 1 && week <= ISOWeek.GetWeeksInYear(year) && day is >= 1 and <= 7 ? ISOWeek.ToDateTime(year, week, (DayOfWeek)(day % 7)) : null;
        }
        if (!form.Groups["month"].Success)
        {
            return day >= 1 && day <= (DateTime.IsLeapYear(year) ? 366 : 365) ? new DateTime(year, 1, 1).AddDays(day - 1) : null;
        }
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateTime(year, month, day) : null;
    }

    private static TimeSpan? TimeOf(Match form)
    {
        var (hour, minute, second) = (Number(form, "hour"), Number(form, "minute"), Number(form, "second"));
        var fraction = form.Groups["fraction"].Value;
        var ticks = fraction.Length == 0 ? 0 : int.Parse(fraction.PadRight(DigitsOfATick, '0')[..DigitsOfATick], CultureInfo.InvariantCulture);
        var isMidnight = hour == 24 && minute == 0 && second == 0 && ticks == 0;
        return (hour < 24 || isMidnight) && minute < 60 && (second < 60 || (second == 60 && minute == 59)) ? new TimeSpan(hour, minute, second) + TimeSpan.FromTicks(ticks) : null;
    }

    private static TimeSpan? OffsetOf(Match form)
    {
        var offset = new TimeSpan(Number(form, "offsetHour"), Number(form, "offsetMinute"), 0);
        return Number(form, "offsetMinute") >= 60 || offset > LargestOffset ? null : form.Groups["sign"].Value is "-" or "\u2212" ? -offset : offset;
    }

    private static int Number(Match form, string name) =>
        form.Groups[name] is { Success: true } group ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        """
        ^(?<year>[0-9]{4})
        (?: -(?<month>[0-9]{2})-(?<day>[0-9]{2}) | (?<month>[0-9]{2})(?<day>[0-9]{2}) | -?W(?<week>[0-9]{2})-?(?<day>[1-7]) | -?(?<day>[0-9]{3}) )
        [T\ ]
        (?<hour>[0-9]{2}) :? (?<minute>[0-9]{2}) (?: :? (?<second>[0-9]{2}) (?: [.,] (?<fraction>[0-9]+) )? )?
        (?: Z | (?<sign>[+\-\u2212]) (?<offsetHour>[0-9]{2}) (?: :? (?<offsetMinute>[0-9]{2}) )? )\z
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
