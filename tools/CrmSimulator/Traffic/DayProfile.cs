namespace CxFunctions.CrmSimulator.Traffic;

/// <summary>How calls and visits spread over the day: a peak before noon, a dip at lunch, a smaller peak before closing.</summary>
public static class DayProfile
{
    private static readonly double[] ByHour = [0, 0, 0, 0, 0, 0, 0, 1, 4, 8, 11, 12, 9, 6, 7, 9, 10, 9, 6, 4, 2, 1, 0, 0];

    /// <summary>How busy the local hour is, in comparison; 0 at night.</summary>
    public static double Weight(int localHour) => ByHour[localHour];

    /// <summary>A time between the two that falls on a busy hour of the zone more often than on an idle one.</summary>
    public static DateTimeOffset Draw(Chance chance, DateTimeOffset from, DateTimeOffset to, string timeZone)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        var peak = ByHour.Max();
        for (var tries = 0; tries < 50; tries++)
        {
            var at = from + chance.Between(TimeSpan.Zero, to - from);
            if (chance.Happens(Weight(TimeZoneInfo.ConvertTime(at, zone).Hour) / peak))
            {
                return at;
            }
        }
        // All night long in that zone: then somebody called at night.
        return from + chance.Between(TimeSpan.Zero, to - from);
    }
}
