using Azure;
using CxFunctions.Catalog;
using CxFunctions.Foundation;
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
            foreach (var mark in month)
            {
                await dirty.RemoveAsync(mark, cancellationToken);
            }
        }
    }

    private async Task ComputeAsync(string program, DateTimeOffset month, IReadOnlyList<DirtyHour> hours, CancellationToken cancellationToken)
    {
        foreach (var day in hours.GroupBy(h => Buckets.Of(Grain.Day, h.Hour)))
        {
            var dirtyTouchpoints = day.Select(h => h.Touchpoint).Distinct().ToList();
            foreach (var touchpoint in dirtyTouchpoints)
            {
                await CountHoursAsync(program, touchpoint, day.Key, [.. day.Where(h => h.Touchpoint == touchpoint)], cancellationToken);
            }
            await AddUpTouchpointsAsync(program, day.Key, day.Select(h => h.Hour).ToHashSet(), dirtyTouchpoints, cancellationToken);
            foreach (var touchpoint in dirtyTouchpoints.Append(RollupKey.All))
            {
                await CoarsenAsync(program, touchpoint, Grain.Day, Grain.Hour, day.Key, cancellationToken);
            }
        }
        foreach (var touchpoint in hours.Select(h => h.Touchpoint).Distinct().Append(RollupKey.All))
        {
            await CoarsenAsync(program, touchpoint, Grain.Month, Grain.Day, month, cancellationToken);
        }
        foreach (var (touchpoint, day) in hours.Select(h => (h.Touchpoint, DateOnly.FromDateTime(h.Hour.UtcDateTime))).Distinct())
        {
            await queues.SendAsync(QueueNames.ChangedRollups, new RollupChanged(RollupChanged.CurrentVersion, program, touchpoint, day), cancellationToken: cancellationToken);
        }
    }

    private async Task CountHoursAsync(string program, string touchpoint, DateTimeOffset day, IReadOnlyList<DirtyHour> hours, CancellationToken cancellationToken)
    {
        var target = await rollups.OpenAsync(program, touchpoint, Grain.Hour, day, cancellationToken);
        var counted = new List<Rollup>();
        foreach (var hour in hours)
        {
            counted.AddRange(RollupRules.CountHour(hour, await facts.OfHourAsync(hour, cancellationToken).ToListAsync(cancellationToken)));
        }
        await rollups.ReplaceAsync(target, hours.Select(h => h.Hour).ToHashSet(), counted, cancellationToken);
    }

    /// <summary>The hours of all touchpoints together. A touchpoint that has left the catalog keeps its own past, not its part in this.</summary>
    private async Task AddUpTouchpointsAsync(string program, DateTimeOffset day, HashSet<DateTimeOffset> hours, IEnumerable<string> dirtyTouchpoints, CancellationToken cancellationToken)
    {
        var target = await rollups.OpenAsync(program, RollupKey.All, Grain.Hour, day, cancellationToken);
        var parts = new List<Rollup>();
        foreach (var touchpoint in dirtyTouchpoints.Union(catalog.Find(program)?.Touchpoints.Select(t => t.Id) ?? []))
        {
            var stored = await rollups.OpenAsync(program, touchpoint, Grain.Hour, day, cancellationToken);
            parts.AddRange(stored.Rollups.Where(r => hours.Contains(r.Bucket)));
        }
        await rollups.ReplaceAsync(target, hours, RollupRules.Merge(RollupKey.All, Grain.Hour, parts), cancellationToken);
    }

    private async Task CoarsenAsync(string program, string touchpoint, Grain grain, Grain finer, DateTimeOffset bucket, CancellationToken cancellationToken)
    {
        var target = await rollups.OpenAsync(program, touchpoint, grain, bucket, cancellationToken);
        var parts = await rollups.OpenAsync(program, touchpoint, finer, bucket, cancellationToken);
        await rollups.ReplaceAsync(target, new HashSet<DateTimeOffset> { bucket }, RollupRules.Merge(touchpoint, grain, parts.Rollups), cancellationToken);
    }
}
