using System.Collections.Concurrent;
using Azure.Data.Tables;
using CxFunctions.Catalog;
using CxFunctions.Messages;
using CxFunctions.Rollups;

namespace CxFunctions.Bench.Survey;

/// <summary>
/// Sees how many surveys of a program the rollups have counted at a stage. They tell no one survey from another: the first to be
/// expected is taken for the first to be counted, which leaves the mean time right and the rest nearly.
/// </summary>
internal sealed class RollupWatch(string storage, ProgramCatalog catalog, string program, FieldworkStage stage)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private readonly RollupStore _rollups = new(new(storage, new TableClientOptions { Diagnostics = { ApplicationId = "uncounted" } }), catalog);
    private readonly RollupKey _key = RollupKey.Total(program, BenchPrograms.Touchpoint, Grain.Hour);
    private readonly DateTimeOffset _from = DateTimeOffset.UtcNow.AddHours(-2);
    private readonly ConcurrentQueue<(DateTimeOffset Since, Latencies? Into)> _expected = [];
    private int _counted;

    /// <summary>When the last was counted.</summary>
    public DateTimeOffset LastAt { get; private set; }

    /// <param name="since">From when on one more is expected.</param>
    /// <param name="into">Where its time goes.</param>
    public void Expect(DateTimeOffset since, Latencies? into) => _expected.Enqueue((since, into));

    public async Task WatchAsync(CancellationToken cancellation)
    {
        for (; !cancellation.IsCancellationRequested; await Task.Delay(Look, cancellation))
        {
            if (_expected.IsEmpty)
            {
                continue;
            }
            var now = await CountAsync(cancellation);
            var at = DateTimeOffset.UtcNow;
            for (; _counted < now && _expected.TryDequeue(out var one); _counted++)
            {
                one.Into?.Add(at - one.Since);
                LastAt = at;
            }
        }
    }

    /// <summary>Waits until all that were expected are counted.</summary>
    /// <returns>How many were not in time.</returns>
    public async Task<int> WhenCountedAsync(TimeSpan limit, CancellationToken cancellation)
    {
        for (var until = DateTimeOffset.UtcNow + limit; !_expected.IsEmpty && DateTimeOffset.UtcNow < until; await Task.Delay(Look, cancellation))
        {
        }
        return _expected.Count;
    }

    private async Task<int> CountAsync(CancellationToken cancellation)
    {
        var sum = 0;
        await foreach (var rollup in _rollups.SeriesAsync(_key, _from, DateTimeOffset.UtcNow.AddHours(1), cancellation))
        {
            sum += rollup.Counts.Of(stage);
        }
        return sum;
    }
}
