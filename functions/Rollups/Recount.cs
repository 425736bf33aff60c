using CxFunctions.Catalog;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Rollups;

/// <summary>
/// What a change of a program's time zone brings about: buckets of the old zone are no part of the new one's, so they are deleted, and everything is
/// counted anew from the facts. The same is done once for a program that was never counted.
/// </summary>
public sealed class Recount(FactStore facts, DirtyHourStore dirty, RollupStore rollups, RollupStateStore states, ProgramCatalog catalog, ILogger<Recount> log)
{
    /// <summary>Begins it where the zone of the catalog is not that of the rollups; see <see cref="RecountStage"/>.</summary>
    /// <returns>How the rollups of each program stand now, and whether hours were marked.</returns>
    public async Task<(Dictionary<string, RollupState> States, bool Marked)> BeginAsync(CancellationToken cancellationToken)
    {
        var found = await states.AllAsync(cancellationToken).ToDictionaryAsync(s => s.Program, StringComparer.Ordinal, cancellationToken: cancellationToken);
        var marked = false;
        foreach (var program in catalog.All)
        {
            var zone = ProgramCalendar.Of(program).Zone;
            if (found.GetValueOrDefault(program.Id) is { Stage: not RecountStage.Marking } state && state.Zone == zone.Id)
            {
                continue;
            }
            await states.WriteAsync(program.Id, zone, RecountStage.Marking, cancellationToken);
            await rollups.ForgetOtherZonesAsync(program.Id, cancellationToken);
            var hours = 0;
            await foreach (var hour in facts.HoursAsync(program.Id, cancellationToken))
            {
                await dirty.MarkAsync(hour, cancellationToken);
                hours++;
            }
            var stage = hours == 0 ? RecountStage.Done : RecountStage.Counting;
            await states.WriteAsync(program.Id, zone, stage, cancellationToken);
            found[program.Id] = new RollupState(program.Id, zone.Id, stage, "");
            marked |= hours > 0;
            log.CountedAnew(program.Id, zone.Id, hours);
        }
        return (found, marked);
    }
}
