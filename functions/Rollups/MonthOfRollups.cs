using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Messages;

namespace CxFunctions.Rollups;

/// <summary>An hour of a touchpoint, of its program's time zone.</summary>
internal sealed record ProgramHour(string Touchpoint, DateTimeOffset Start);

/// <summary>Computes hours of one month of a program from their facts, then their days and the month.</summary>
public sealed class MonthOfRollups(FactStore facts, RollupStore rollups, QueueSender queues, ProgramCatalog catalog)
{
    /// <exception cref="Azure.RequestFailedException">409 or 412: another run wrote some of it meanwhile.</exception>
    internal async Task ComputeAsync(string program, DateTimeOffset month, IReadOnlyList<ProgramHour> hours, CancellationToken cancellationToken)
    {
        var calendar = ProgramCalendar.Of(catalog.Find(program));
        var dirtyTouchpoints = hours.Select(h => h.Touchpoint).Distinct().ToList();
        var open = await OpenAsync(program, calendar, month, hours, dirtyTouchpoints, cancellationToken);
        foreach (var day in hours.GroupBy(h => calendar.Of(Grain.Day, h.Start)))
        {
            foreach (var touchpoint in day.GroupBy(h => h.Touchpoint))
            {
                var counted = new List<Rollup>();
                foreach (var hour in touchpoint)
                {
                    counted.AddRange(RollupRules.CountHour(program, hour.Touchpoint, hour.Start, await FactsAsync(program, hour, calendar, cancellationToken)));
                }
                open[touchpoint.Key, Grain.Hour, day.Key].Replace(touchpoint.Select(h => h.Start).ToHashSet(), counted);
            }
            var dirtyHours = day.Select(h => h.Start).ToHashSet();
            var parts = TouchpointsOf(program, dirtyTouchpoints).SelectMany(t => open[t, Grain.Hour, day.Key].Rollups).Where(r => dirtyHours.Contains(r.Bucket));
            open[RollupKey.All, Grain.Hour, day.Key].Replace(dirtyHours, RollupRules.Merge(calendar, RollupKey.All, Grain.Hour, parts));
            foreach (var touchpoint in day.Select(h => h.Touchpoint).Distinct().Append(RollupKey.All))
            {
                open.Coarsen(touchpoint, Grain.Day, Grain.Hour, day.Key);
            }
        }
        foreach (var touchpoint in dirtyTouchpoints.Append(RollupKey.All))
        {
            open.Coarsen(touchpoint, Grain.Month, Grain.Day, month);
        }
        await open.SaveAsync(cancellationToken);
        foreach (var (touchpoint, day) in hours.Select(h => (h.Touchpoint, calendar.DayOf(h.Start))).Distinct())
        {
            await queues.SendAsync(QueueNames.ChangedRollups, new RollupChanged(RollupChanged.CurrentVersion, program, touchpoint, day), cancellationToken: cancellationToken);
        }
    }

    private async Task<OpenRollups> OpenAsync(
        string program, ProgramCalendar calendar, DateTimeOffset month, IEnumerable<ProgramHour> hours, IReadOnlyList<string> dirtyTouchpoints, CancellationToken cancellationToken)
    {
        var open = new OpenRollups(rollups, program, calendar);
        foreach (var day in hours.Select(h => calendar.Of(Grain.Day, h.Start)).Distinct())
        {
            foreach (var touchpoint in TouchpointsOf(program, dirtyTouchpoints).Append(RollupKey.All))
            {
                await open.OpenAsync(touchpoint, Grain.Hour, day, cancellationToken);
            }
        }
        foreach (var touchpoint in dirtyTouchpoints.Append(RollupKey.All))
        {
            await open.OpenAsync(touchpoint, Grain.Day, month, cancellationToken);
            await open.OpenAsync(touchpoint, Grain.Month, month, cancellationToken);
        }
        return open;
    }

    /// <summary>Facts of the program's hour, from the one or two UTC hours that it has a part in.</summary>
    private async Task<IReadOnlyList<Fact>> FactsAsync(string program, ProgramHour hour, ProgramCalendar calendar, CancellationToken cancellationToken)
    {
        var end = calendar.Next(Grain.Hour, hour.Start);
        var found = new List<Fact>();
        foreach (var utc in UtcHour.Within(hour.Start, end))
        {
            found.AddRange(await facts.OfHourAsync(new DirtyHour(program, hour.Touchpoint, utc), cancellationToken)
                .Where(f => f.OccurredAt >= hour.Start && f.OccurredAt < end)
                .ToListAsync(cancellationToken));
        }
        return found;
    }

    /// <summary>Those that add up to all of the program. A touchpoint that has left the catalog keeps its own past, not its part in this.</summary>
    private IEnumerable<string> TouchpointsOf(string program, IEnumerable<string> dirtyTouchpoints) =>
        dirtyTouchpoints.Union(catalog.Find(program)?.Touchpoints.Select(t => t.Id) ?? []);
}
