using CxFunctions.Responses;
using CxFunctions.Rollups;

namespace CxFunctions.LocalHost.Demo.Evidence;

/// <summary>Totals of every program and touchpoint, and of all its touchpoints together.</summary>
internal sealed class StoredRollups(DemoWorld world, IReadOnlyList<StoredResponse> responses)
{
    private readonly DateTimeOffset _first = responses.Select(r => r.Ref.OccurredAt).Append(world.Clock.GetUtcNow().AddDays(-6)).Min();

    public Task<IReadOnlyList<Rollup>> HoursAsync(CancellationToken cancellationToken) => ReadAsync(Grain.Hour, cancellationToken);

    public Task<IReadOnlyList<Rollup>> DaysAsync(CancellationToken cancellationToken) => ReadAsync(Grain.Day, cancellationToken);

    private async Task<IReadOnlyList<Rollup>> ReadAsync(Grain grain, CancellationToken cancellationToken)
    {
        var store = new RollupStore(world.Tables, world.Catalog);
        var found = new List<Rollup>();
        foreach (var (program, touchpoint) in world.Catalog.All.SelectMany(p => p.Touchpoints.Select(t => t.Id).Append(RollupKey.All).Select(t => (p, t))))
        {
            // Whole days, for what hours and days say must be the same.
            var from = ProgramCalendar.Of(program).Of(Grain.Day, _first);
            await foreach (var rollup in store.SeriesAsync(RollupKey.Total(program.Id, touchpoint, grain), from, world.Clock.GetUtcNow().AddDays(1), cancellationToken))
            {
                found.Add(rollup);
            }
        }
        return found;
    }
}
