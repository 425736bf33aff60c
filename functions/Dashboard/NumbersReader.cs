using CxFunctions.Messages;
using CxFunctions.Rollups;
using CxFunctions.Sentiment;

namespace CxFunctions.Dashboard;

/// <summary>What is read of rollups and words for one view; it only changes with what is stored.</summary>
/// <param name="ByBucket">Every bucket counted in the chart.</param>
/// <param name="Breakdowns">One a dimension.</param>
/// <param name="Words">The latest.</param>
public sealed record DashboardNumbers(IReadOnlyDictionary<DateTimeOffset, Rollup> ByBucket, IReadOnlyList<Breakdown> Breakdowns, LatestWords Words);

/// <summary>Reads them: so much at most, however many answers, values and customers there are.</summary>
public sealed class NumbersReader(RollupStore rollups, VerbatimStore verbatims)
{
    public const int MostAnswers = 500;

    /// <summary>Rows of a dimension: its values times the buckets in which they were counted.</summary>
    public const int MostRows = 3000;

    private const int MostVerbatims = 20;
    private const int MostValues = 12;
    private const int AtATime = 25;
    private static readonly TimeSpan VerbatimsBack = TimeSpan.FromDays(7);

    public async Task<DashboardNumbers> ReadAsync(DashboardQuery query, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (counted, end) = (query.CountedUntil(now), query.Calendar.Next(query.Grain, now));
        var series = rollups.SeriesAsync(RollupKey.Total(query.Program.Id, query.TouchpointKey, query.Grain), counted[0], end, cancellationToken)
            .ToDictionaryAsync(r => r.Bucket, cancellationToken: cancellationToken).AsTask();
        var breakdowns = query.Program.Dimensions.Append(RollupKey.Channel).Select(d => BreakdownAsync(query, d, query.BucketsUntil(now)[0], end, cancellationToken)).ToList();
        var words = WordsAsync(query, now, cancellationToken);
        return new DashboardNumbers(await series, await Task.WhenAll(breakdowns), await words);
    }

    private async Task<Breakdown> BreakdownAsync(DashboardQuery query, string dimension, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var rows = await rollups.BreakdownAsync(query.Program.Id, query.TouchpointKey, dimension, query.Grain, from, to, cancellationToken).Take(MostRows + 1).ToListAsync(cancellationToken);
        return rows.Count > MostRows
            ? new Breakdown(dimension, [], TooMany: true)
            : new Breakdown(dimension, [.. rows
                .GroupBy(r => r.Key)
                .Select(g => new Rollup(g.Key, from, RollupCounts.Merge(g.Select(r => r.Counts))))
                .OrderByDescending(v => v.Counts.Of(FieldworkStage.Answered))
                .ThenBy(v => v.Key.Value, StringComparer.Ordinal)
                .Take(MostValues)]);
    }

    private async Task<LatestWords> WordsAsync(DashboardQuery query, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = new List<AnalyzedVerbatim>();
        var looked = 0;
        await foreach (var listed in verbatims.ResponsesAsync(query.Program.Id, now - VerbatimsBack, now.AddTicks(1), after: null, cancellationToken, AtATime))
        {
            if (looked++ == MostAnswers)
            {
                return new LatestWords(found, MostAnswers);
            }
            found.AddRange(AnalyzedVerbatim.Of(listed.Response).Where(v => query.Touchpoint is null || v.Touchpoint == query.Touchpoint.Id));
            if (found.Count >= MostVerbatims)
            {
                return new LatestWords(found[..MostVerbatims], Among: null);
            }
        }
        return new LatestWords(found, Among: null);
    }
}
