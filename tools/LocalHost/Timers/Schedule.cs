using NCrontab;

namespace CxFunctions.LocalHost.Timers;

/// <summary>A six-field NCRONTAB expression in a time zone.</summary>
internal sealed class Schedule
{
    private readonly CrontabSchedule _cron;
    private readonly TimeZoneInfo _zone;
    private readonly bool _everyHour;

    private Schedule(string expression, TimeZoneInfo zone, CrontabSchedule cron)
    {
        (Expression, _zone, _cron) = (expression, zone, cron);
        _everyHour = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries)[2] == "*";
    }

    public string Expression { get; }

    /// <exception cref="LocalHostException">Not a six-field expression.</exception>
    public static Schedule Parse(string expression, TimeZoneInfo zone, string function)
    {
        if (TimeSpan.TryParse(expression, out _))
        {
            throw new LocalHostException($"Function '{function}': the schedule '{expression}' is a time span, which Consumption plans don't run. Write it as six fields.");
        }
        var cron = CrontabSchedule.TryParse(expression, new CrontabSchedule.ParseOptions { IncludingSeconds = true });
        return cron is null || expression.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length != 6
            ? throw new LocalHostException($"Function '{function}': '{expression}' is not a schedule of six fields (second minute hour day month weekday).")
            : new Schedule(expression, zone, cron);
    }

    /// <summary>The first occurrence after an instant.</summary>
    /// <remarks>
    /// Where clocks go forward an occurrence in the missing hour comes an hour later by the new time; where they go back one
    /// in the repeated hour comes once, the first time, unless the schedule is for every hour: those follow the instants.
    /// </remarks>
    public DateTimeOffset Next(DateTimeOffset after)
    {
        var offset = _zone.GetUtcOffset(after);
        var local = _cron.GetNextOccurrence(after.ToOffset(offset).DateTime);
        if (_everyHour)
        {
            return new DateTimeOffset(local, offset).ToUniversalTime();
        }
        if (!_zone.IsAmbiguousTime(local))
        {
            return new DateTimeOffset(local, _zone.GetUtcOffset(local)).ToUniversalTime();
        }
        var first = new DateTimeOffset(local, _zone.GetAmbiguousTimeOffsets(local).Max());
        return (first > after ? first : new DateTimeOffset(local, _zone.GetUtcOffset(local))).ToUniversalTime();
    }

    /// <summary>Whether it recurs at least every minute; such a schedule's runs are not made up for.</summary>
    public bool IsFrequent(DateTimeOffset now)
    {
        var next = Next(now);
        return Next(next) - next < TimeSpan.FromMinutes(1);
    }
}
