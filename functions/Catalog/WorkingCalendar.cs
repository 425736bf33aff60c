namespace CxFunctions.Catalog;

/// <summary>
/// The time that counts for some people together: while at least one of them is at work. It always counts where there is nobody, or one of them
/// has no hours. Pure.
/// </summary>
public sealed class WorkingCalendar
{
    public static readonly WorkingCalendar Always = new([]);

    private readonly IReadOnlyList<(WorkingHours Hours, TimeZoneInfo Zone)> _people;

    private WorkingCalendar(IReadOnlyList<(WorkingHours Hours, TimeZoneInfo Zone)> people) => _people = people;

    /// <param name="program">Whose recipients they are; names that it does not have are passed over.</param>
    /// <param name="names">Names among its recipients.</param>
    public static WorkingCalendar Of(SurveyProgram program, IEnumerable<string> names)
    {
        var people = names.Select(program.Recipients.GetValueOrDefault).OfType<Recipient>().ToList();
        return people.TrueForAll(p => p.WorkingHours is not null) ? new([.. people.Select(p => (p.WorkingHours!, program.ZoneOf(p.TimeZone)))]) : Always;
    }

    /// <summary>The instant itself where it counts, else the next that does.</summary>
    public DateTimeOffset NextOpen(DateTimeOffset at) => Next(at).Start;

    /// <summary>The instant at which so much counted time has passed. Ends with a stretch of work, not with the beginning of the next.</summary>
    public DateTimeOffset Add(DateTimeOffset from, TimeSpan counted)
    {
        var (at, left) = (from, counted);
        while (true)
        {
            var next = Next(at);
            if (next.End - next.Start >= left)
            {
                return next.Start + left;
            }
            left -= next.End - next.Start;
            at = next.End;
        }
    }

    /// <summary>The first stretch of anybody's work that has not ended, without what of it has passed.</summary>
    private Shift Next(DateTimeOffset at)
    {
        if (_people.Count == 0)
        {
            return new Shift(at, DateTimeOffset.MaxValue);
        }
        return _people.Select(p => FirstOf(p.Hours, p.Zone, at)).MinBy(shift => shift.Start);
    }

    private static Shift FirstOf(WorkingHours hours, TimeZoneInfo zone, DateTimeOffset at)
    {
        // A shift that goes on to midnight may end after its own day.
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime).AddDays(-1);
        while (true)
        {
            if (hours.On(day, zone) is { } shift && shift.End > at)
            {
                return shift.Start > at ? shift : shift with { Start = at };
            }
            day = day.AddDays(1);
        }
    }
}
