using CxFunctions.Cases;
using CxFunctions.Catalog;
using CxFunctions.Rollups;
using CxFunctions.Spending;

namespace CxFunctions.Dashboard;

/// <summary>Reads what the page shows from the stores of the slices that own it.</summary>
public sealed class DashboardReader(ProgramCatalog catalog, RollupStateStore states, NumbersMemory memory, OpenCaseList cases, Budget budget, TimeProvider time)
{
    private const int MostCases = 10;
    private const int MostCounted = 200;
    private const int MostListed = 1000;

    public async Task<DashboardView> ReadAsync(DashboardQuery query, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var open = cases.FirstAsync(query.Program.Id, query.Touchpoint?.Id, query.AllCases ? MostListed : MostCases, query.AllCases ? MostListed : MostCounted, cancellationToken);
        var spends = SpendsAsync(now, cancellationToken);
        var state = await states.FindAsync(query.Program.Id, cancellationToken);
        var numbers = await memory.ReadAsync(query, state, now, cancellationToken);
        var first = query.BucketsUntil(now)[0];
        var total = new Rollup(
            RollupKey.Total(query.Program.Id, query.TouchpointKey, query.Grain), first, RollupCounts.Merge(numbers.ByBucket.Values.Where(r => r.Bucket >= first).Select(r => r.Counts)));
        return new DashboardView
        {
            Query = query,
            Programs = catalog.All,
            Now = now,
            Series = [.. query.Metrics.Select(m => ScoreSeries.Of(m, query, now, numbers.ByBucket, total))],
            Total = total,
            Breakdowns = numbers.Breakdowns,
            Words = numbers.Words,
            Cases = await open,
            Spends = await spends,
            CountedAnew = state is not null && (state.Stage != RecountStage.Done || state.Zone != query.Calendar.Zone.Id),
        };
    }

    private async Task<IReadOnlyList<Spend>> SpendsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var spent = await budget.SpentAsync(DateOnly.FromDateTime(now.UtcDateTime), cancellationToken);
        return [.. Enum.GetValues<SpendKind>().Select(kind => new Spend(kind, spent.GetValueOrDefault(kind), budget.Cap(kind)))];
    }
}
