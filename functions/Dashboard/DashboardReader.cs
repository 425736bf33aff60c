using CxFunctions.Cases;
using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Rollups;
using CxFunctions.Sentiment;

namespace CxFunctions.Dashboard;

/// <summary>Reads what the page shows from the stores of the slices that own it.</summary>
public sealed class DashboardReader(ProgramCatalog catalog, RollupStore rollups, VerbatimStore verbatims, OpenCaseList cases, Budget budget, TimeProvider time)
{
    private const int MostVerbatims = 20;
    private const int MostCases = 10;
    private const int MostListed = 1000;
    private const int MostValues = 12;
    private static readonly TimeSpan VerbatimsBack = TimeSpan.FromDays(7);

    public async Task<DashboardView> ReadAsync(DashboardQuery query, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var buckets = query.BucketsUntil(now);
        var byBucket = new Dictionary<DateTimeOffset, Rollup>();
        var key = RollupKey.Total(query.Program.Id, query.TouchpointKey, query.Grain);
        await foreach (var rollup in rollups.SeriesAsync(key, query.Back(buckets[0], query.Trailing - 1), Buckets.Next(query.Grain, now), cancellationToken))
        {
            byBucket[rollup.Bucket] = rollup;
        }
        var total = new Rollup(key, buckets[0], RollupCounts.Merge(byBucket.Values.Where(r => r.Bucket >= buckets[0]).Select(r => r.Counts)));
        var open = await cases.ReadAsync(query.Program.Id, cancellationToken)
            .Where(c => query.Touchpoint is null || c.Touchpoint == query.Touchpoint.Id)
            .ToListAsync(cancellationToken);
        return new DashboardView
        {
            Query = query,
            Programs = catalog.All,
            Now = now,
            Series = [.. query.Metrics.Select(m => ScoreSeries.Of(m, query, now, byBucket, total))],
            Total = total,
            Breakdowns = await BreakdownsAsync(query, buckets[0], Buckets.Next(query.Grain, now), cancellationToken),
            Verbatims = await LatestAsync(query, now, cancellationToken),
            Cases = [.. open.Take(query.AllCases ? MostListed : MostCases)],
            OpenCases = open.Count,
            Spends = await SpendsAsync(now, cancellationToken),
        };
    }

    private async Task<IReadOnlyList<Breakdown>> BreakdownsAsync(DashboardQuery query, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var breakdowns = new List<Breakdown>();
        foreach (var dimension in query.Program.Dimensions.Append(RollupKey.Channel))
        {
            var values = await rollups.BreakdownAsync(query.Program.Id, query.TouchpointKey, dimension, query.Grain, from, to, cancellationToken)
                .GroupBy(r => r.Key)
                .Select(g => new Rollup(g.Key, from, RollupCounts.Merge(g.Select(r => r.Counts))))
                .ToListAsync(cancellationToken);
            breakdowns.Add(new Breakdown(dimension, [.. values
                .OrderByDescending(v => v.Counts.Of(FieldworkStage.Answered))
                .ThenBy(v => v.Key.Value, StringComparer.Ordinal)
                .Take(MostValues)]));
        }
        return breakdowns;
    }

    private async Task<IReadOnlyList<AnalyzedVerbatim>> LatestAsync(DashboardQuery query, DateTimeOffset now, CancellationToken cancellationToken) =>
        await verbatims.LatestAsync(query.Program.Id, now - VerbatimsBack, now.AddTicks(1), cancellationToken)
            .Where(v => query.Touchpoint is null || v.Touchpoint == query.Touchpoint.Id)
            .Take(MostVerbatims)
            .ToListAsync(cancellationToken);

    private async Task<IReadOnlyList<Spend>> SpendsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var spent = await budget.SpentAsync(DateOnly.FromDateTime(now.UtcDateTime), cancellationToken);
        return [.. Enum.GetValues<SpendKind>().Select(kind => new Spend(kind, spent.GetValueOrDefault(kind), budget.Cap(kind)))];
    }
}
