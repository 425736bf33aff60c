using Azure;
using CxFunctions.Catalog;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Rollups;

/// <summary>
/// Computes every dirty hour, then its day and month, the newest month of a program first. A mark is removed last, so that a run that was cut off is
/// done again from the start, to the same numbers.
/// </summary>
public sealed class RollupRun(DirtyHourStore dirty, MonthOfRollups months, Recount recount, RollupStateStore states, ProgramCatalog catalog, ILogger<RollupRun> log)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // In this order: marks that a run of another zone sets after they were listed are not removed by this one.
        var marks = await dirty.ListAsync(cancellationToken);
        var (standing, marked) = await recount.BeginAsync(cancellationToken);
        if (marked)
        {
            marks = await dirty.ListAsync(cancellationToken);
        }
        var failures = new List<Exception>();
        var ofProgram = marks.ToLookup(m => m.Hour.Program, StringComparer.Ordinal);
        foreach (var program in ofProgram.Select(marks => marks.Key).Union(standing.Keys))
        {
            var whole = await RunAsync(program, [.. ofProgram[program]], failures, cancellationToken);
            if (catalog.Find(program) is { } known && standing[program] is var state && (ofProgram.Contains(program) || state.Stage != RecountStage.Done))
            {
                await states.WriteAsync(program, ProgramCalendar.Of(known).Zone, whole ? RecountStage.Done : state.Stage, cancellationToken);
            }
        }
        if (failures.Count > 0)
        {
            throw new AggregateException("Some rollups could not be computed; their marks stay.", failures);
        }
    }

    /// <returns>Whether all that was marked was computed.</returns>
    private async Task<bool> RunAsync(string program, IReadOnlyList<DirtyMark> marks, List<Exception> failures, CancellationToken cancellationToken)
    {
        var calendar = ProgramCalendar.Of(catalog.Find(program));
        // A UTC hour is two hours of some zones, and may be the last of a month and the first of the next.
        var parts = marks.SelectMany(mark => calendar.HoursWithin(mark.Hour.Hour, mark.Hour.Hour.AddHours(1)).Select(hour => (Mark: mark, Hour: hour, Month: calendar.Of(Grain.Month, hour)))).ToList();
        var left = parts.GroupBy(p => p.Mark).ToDictionary(m => m.Key, m => m.Select(p => p.Month).ToHashSet());
        foreach (var month in parts.GroupBy(p => p.Month).OrderByDescending(m => m.Key))
        {
            try
            {
                await months.ComputeAsync(program, month.Key, [.. month.Select(p => new ProgramHour(p.Mark.Hour.Touchpoint, p.Hour)).Distinct()], cancellationToken);
            }
            catch (RequestFailedException e) when (e.Status is 409 or 412)
            {
                // The marks stay: whoever comes next computes it again from the newest facts.
                log.OvertakenByAnotherRun(program, month.Key);
                continue;
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                // What is wrong with one program's month must not stand in the way of all others.
                failures.Add(e);
                continue;
            }
            foreach (var mark in month.Select(p => p.Mark).Distinct().Where(mark => left[mark].Remove(month.Key) && left[mark].Count == 0))
            {
                await dirty.RemoveAsync(mark, cancellationToken);
            }
        }
        return left.Values.All(months => months.Count == 0);
    }
}
