using Azure;
using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Messages;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Rollups;

/// <summary>
/// Computes every dirty hour, then its day and month. A mark is removed last, so that a run that was cut off is done again from the
/// start, to the same numbers.
/// </summary>
public sealed class RollupRun(FactStore facts, DirtyHourStore dirty, RollupStore rollups, QueueSender queues, ProgramCatalog catalog, ILogger<RollupRun> log)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var marks = await dirty.ListAsync(cancellationToken);
        var failures = new List<Exception>();
        foreach (var month in marks.GroupBy(m => (m.Hour.Program, Month: Buckets.Of(Grain.Month, m.Hour.Hour))))
        {
            try
            {
                await ComputeAsync(month.Key.Program, month.Key.Month, [.. month.Select(m => m.Hour).Distinct()], cancellationToken);
            }
            catch (RequestFailedException e) when (e.Status is 409 or 412)
            {
                // The marks stay: whoever comes next computes it again from the newest facts.
                log.OvertakenByAnotherRun(month.Key.Program, month.Key.Month);
                continue;
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                // What is wrong with one program's month must not stand in the way of all others.
                failures.Add(e);
                continue;
            }
            foreach (var mark in month)
            {
                await dirty.RemoveAsync(mark, cancellationToken);
            }
        }
        if (failures.Count > 0)
        {
            throw new AggregateException("Some rollups could not be computed; their marks stay.", failures);
        }
    }

    private async Task ComputeAsync(string program, DateTimeOffset month, IReadOnlyList<DirtyHour> hours, CancellationToken cancellationToken)
    {
        var dirtyTouchpoints = hours.Select(h => h.Touchpoint).Distinct().ToList();
        var open = await OpenAsync(program, month, hours, dirtyTouchpoints, cancellationToken);
        foreach (var day in hours.GroupBy(h => Buckets.Of(Grain.Day, h.Hour)))
        {
            foreach (var touchpoint in day.GroupBy(h => h.Touchpoint))
            {
                var counted = new List<Rollup>();
                foreach (var hour in touchpoint)
                {
                    counted.AddRange(RollupRules.CountHour(hour, await facts.OfHourAsync(hour, cancellationToken).ToListAsync(cancellationToken)));
                }
                open[touchpoint.Key, Grain.Hour, day.Key].Replace(touchpoint.Select(h => h.Hour).ToHashSet(), counted);
            }
            var dirtyHours = day.Select(h => h.Hour).ToHashSet();
            var parts = TouchpointsOf(program, dirtyTouchpoints).SelectMany(t => open[t, Grain.Hour, day.Key].Rollups).Where(r => dirtyHours.Contains(r.Bucket));
            open[RollupKey.All, Grain.Hour, day.Key].Replace(dirtyHours, RollupRules.Merge(RollupKey.All, Grain.Hour, parts));
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
        foreach (var (touchpoint, day) in hours.Select(h => (h.Touchpoint, DateOnly.FromDateTime(h.Hour.UtcDateTime))).Distinct())
        {
            await queues.SendAsync(QueueNames.ChangedRollups, new RollupChanged(RollupChanged.CurrentVersion, program, touchpoint, day), cancellationToken: cancellationToken);
        }
    }

    private async Task<OpenRollups> OpenAsync(string program, DateTimeOffset month, IEnumerable<DirtyHour> hours, IReadOnlyList<string> dirtyTouchpoints, CancellationToken cancellationToken)
    {
        var open = new OpenRollups(rollups, program);
        foreach (var day in hours.Select(h => Buckets.Of(Grain.Day, h.Hour)).Distinct())
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

    /// <summary>Those that add up to all of the program. A touchpoint that has left the catalog keeps its own past, not its part in this.</summary>
    private IEnumerable<string> TouchpointsOf(string program, IEnumerable<string> dirtyTouchpoints) =>
        dirtyTouchpoints.Union(catalog.Find(program)?.Touchpoints.Select(t => t.Id) ?? []);
}
