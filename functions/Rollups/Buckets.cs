using System.Globalization;

namespace CxFunctions.Rollups;

/// <summary>The buckets of rollups: UTC hours, days, months.</summary>
public static class Buckets
{
    /// <summary>First instant of the bucket that the instant lies in.</summary>
    public static DateTimeOffset Of(Grain grain, DateTimeOffset at)
    {
        var utc = at.UtcDateTime;
        return grain switch
        {
            Grain.Hour => new DateTimeOffset(utc.Year, utc.Month, utc.Day, utc.Hour, 0, 0, TimeSpan.Zero),
            Grain.Day => new DateTimeOffset(utc.Year, utc.Month, utc.Day, 0, 0, 0, TimeSpan.Zero),
            _ => new DateTimeOffset(utc.Year, utc.Month, 1, 0, 0, 0, TimeSpan.Zero),
        };
    }

    /// <summary>First instant of the bucket after the one that the instant lies in.</summary>
    public static DateTimeOffset Next(Grain grain, DateTimeOffset at) => grain switch
    {
        Grain.Hour => Of(grain, at).AddHours(1),
        Grain.Day => Of(grain, at).AddDays(1),
        _ => Of(grain, at).AddMonths(1),
    };

    /// <summary>
    /// What is stored together: the hours of a day, the days of a month, the months of a year. Reading one partition is
    /// then all it takes to compute the next grain.
    /// </summary>
    public static DateTimeOffset PartitionOf(Grain grain, DateTimeOffset at) => grain switch
    {
        Grain.Hour => Of(Grain.Day, at),
        Grain.Day => Of(Grain.Month, at),
        _ => new DateTimeOffset(at.UtcDateTime.Year, 1, 1, 0, 0, 0, TimeSpan.Zero),
    };

    public static DateTimeOffset NextPartition(Grain grain, DateTimeOffset at) => grain switch
    {
        Grain.Hour => PartitionOf(grain, at).AddDays(1),
        Grain.Day => PartitionOf(grain, at).AddMonths(1),
        _ => PartitionOf(grain, at).AddYears(1),
    };

    /// <summary>Ten digits, yyyyMMddHH; sorts by time.</summary>
    public static string Text(DateTimeOffset bucket) => bucket.UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture);

    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.ParseExact(text, "yyyyMMddHH", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
