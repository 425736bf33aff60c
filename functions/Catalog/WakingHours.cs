using System.ComponentModel;

namespace CxFunctions.Catalog;

/// <summary>The hours in which a contact may be written to, in the contact's own zone, every day alike.</summary>
public sealed record WakingHours
{
    [Description("First minute, inclusive, as HH:mm.")]
    public TimeOnly From { get; init; } = new(9, 0);

    [Description("Last minute, exclusive, as HH:mm; later than From.")]
    public TimeOnly To { get; init; } = new(20, 0);

    [Description("Messages that had to wait for the morning go out over this time after the opening instead of all in its first minute, each contact always at the same place of it. 0 to 4 hours, and within the waking hours.")]
    public TimeSpan Spread { get; init; }

    public bool Contains(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
        return local >= From && local < To;
    }

    /// <summary>
    /// The instant itself where it lies in waking hours, else the next opening. Where daylight saving skips the opening
    /// minute that day, the first minute after the gap; where it skips all of the waking hours, the next day's opening.
    /// </summary>
    public DateTimeOffset NextOpen(DateTimeOffset at, TimeZoneInfo zone)
    {
        if (Contains(at, zone))
        {
            return at;
        }
        var local = TimeZoneInfo.ConvertTime(at, zone).DateTime;
        var day = DateOnly.FromDateTime(local);
        day = TimeOnly.FromDateTime(local) < From ? day : day.AddDays(1);
        while (true)
        {
            var opening = day.ToDateTime(From);
            while (zone.IsInvalidTime(opening))
            {
                opening = opening.AddMinutes(1);
            }
            if (DateOnly.FromDateTime(opening) == day && TimeOnly.FromDateTime(opening) < To)
            {
                return InstantOf(opening, at, zone);
            }
            day = day.AddDays(1);
        }
    }

    /// <summary>
    /// As <see cref="NextOpen"/>, but who has to wait for an opening has a turn of their own in <see cref="Spread"/> after it: thousands who were due
    /// overnight do not all come in one minute.
    /// </summary>
    /// <param name="at">When it would be due.</param>
    /// <param name="zone">Of the contact.</param>
    /// <param name="lot">The contact's place, 0 inclusive to 1 exclusive.</param>
    /// <param name="latest">Who would come too late has a place in what is left until then.</param>
    public DateTimeOffset NextTurn(DateTimeOffset at, TimeZoneInfo zone, double lot, DateTimeOffset latest)
    {
        var opening = NextOpen(at, zone);
        var window = latest - opening < Spread ? latest - opening : Spread;
        var turn = opening == at || window <= TimeSpan.Zero ? opening : opening + TimeSpan.FromMilliseconds(Math.Floor(window.TotalMilliseconds * lot));
        return Contains(turn, zone) ? turn : opening;
    }

    /// <summary>Of an hour that the clock passes twice, the first pass that is still to come.</summary>
    private static DateTimeOffset InstantOf(DateTime opening, DateTimeOffset at, TimeZoneInfo zone)
    {
        var offset = zone.IsAmbiguousTime(opening)
            ? zone.GetAmbiguousTimeOffsets(opening).OrderDescending().First(o => new DateTimeOffset(opening, o) >= at)
            : zone.GetUtcOffset(opening);
        return new DateTimeOffset(opening, offset).ToUniversalTime();
    }
}
