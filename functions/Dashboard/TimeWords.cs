using System.Globalization;
using CxFunctions.Rollups;

namespace CxFunctions.Dashboard;

/// <summary>How times are said on staff pages: English; of a program in its time zone, which the page names.</summary>
public static class TimeWords
{
    /// <summary>A bucket's name: 22 Nov 14:00, 22 Nov, Nov 2026. The hour that comes twice when clocks go back tells which it is: 25 Oct 02:00 UTC+1.</summary>
    public static string Bucket(Grain grain, DateTimeOffset bucket, ProgramCalendar calendar)
    {
        var local = calendar.Local(bucket);
        return grain switch
        {
            Grain.Hour => local.ToString("d MMM HH:mm", CultureInfo.InvariantCulture) + (calendar.Zone.IsAmbiguousTime(local.DateTime) ? $" {Offset(local)}" : ""),
            Grain.Day => local.ToString("d MMM", CultureInfo.InvariantCulture),
            _ => local.ToString("MMM yyyy", CultureInfo.InvariantCulture),
        };
    }

    /// <summary>22 Nov 2026 14:00 UTC−5.</summary>
    public static string Moment(DateTimeOffset at, ProgramCalendar calendar) =>
        calendar.Local(at) is var local ? $"{local.ToString("d MMM yyyy HH:mm", CultureInfo.InvariantCulture)} {Offset(local)}" : "";

    /// <summary>The same where no program, and so no zone, is meant.</summary>
    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>UTC−5, UTC+5:30; UTC.</summary>
    public static string Offset(DateTimeOffset local) => local.Offset == TimeSpan.Zero
        ? "UTC"
        : $"UTC{(local.Offset < TimeSpan.Zero ? '−' : '+')}{local.Offset.ToString(local.Offset.Minutes == 0 ? "%h" : @"h\:mm", CultureInfo.InvariantCulture)}";

    public static string Machine(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>12 min ago; in 3 h.</summary>
    public static string Relative(DateTimeOffset at, DateTimeOffset now)
    {
        var distance = (at - now).Duration();
        var text = distance switch
        {
            { TotalMinutes: < 1 } => null,
            { TotalHours: < 1 } => $"{(int)distance.TotalMinutes} min",
            { TotalDays: < 2 } => distance is { TotalHours: < 10, Minutes: > 0 } ? $"{(int)distance.TotalHours} h {distance.Minutes} min" : $"{(int)distance.TotalHours} h",
            _ => $"{(int)distance.TotalDays} days",
        };
        return text is null ? "now" : at > now ? $"in {text}" : $"{text} ago";
    }
}
