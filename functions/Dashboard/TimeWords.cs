using System.Globalization;
using CxFunctions.Rollups;

namespace CxFunctions.Dashboard;

/// <summary>How times are said on staff pages: English, UTC.</summary>
public static class TimeWords
{
    /// <summary>A bucket's name: 22 Nov 14:00, 22 Nov, Nov 2026.</summary>
    public static string Bucket(Grain grain, DateTimeOffset bucket) => bucket.UtcDateTime.ToString(
        grain switch { Grain.Hour => "d MMM HH:mm", Grain.Day => "d MMM", _ => "MMM yyyy" }, CultureInfo.InvariantCulture);

    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture);

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
