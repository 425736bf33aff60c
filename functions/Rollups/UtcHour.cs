using System.Globalization;

namespace CxFunctions.Rollups;

/// <summary>
/// The hours in which facts are kept and marked: UTC's, whatever the zone of their program, so that a program whose zone changes can be counted anew.
/// </summary>
public static class UtcHour
{
    /// <summary>First instant of the hour that the instant lies in.</summary>
    public static DateTimeOffset Of(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);

    /// <summary>The hours that have a part in [from, to).</summary>
    public static IEnumerable<DateTimeOffset> Within(DateTimeOffset from, DateTimeOffset to)
    {
        for (var hour = Of(from); hour < to; hour = hour.AddHours(1))
        {
            yield return hour;
        }
    }

    /// <summary>Ten digits, yyyyMMddHH; sorts by time.</summary>
    public static string Text(DateTimeOffset hour) => hour.UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture);

    public static DateTimeOffset Parse(string text) => DateTimeOffset.ParseExact(text, "yyyyMMddHH", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
