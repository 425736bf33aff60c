using System.Globalization;

namespace CxFunctions.Catalog;

/// <summary>How times are told to managers: by the clock on their wall, the zone named.</summary>
public static class LocalTime
{
    /// <summary>2026-11-23 15:00 America/Lima.</summary>
    public static string Say(DateTimeOffset at, TimeZoneInfo zone) => $"{Clock(at, zone)} {zone.Id}";

    /// <summary>Without the zone's name, where it stands nearby.</summary>
    public static string Clock(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
