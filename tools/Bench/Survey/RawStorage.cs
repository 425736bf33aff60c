using System.Diagnostics;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using CxFunctions.Bench.Measuring;

namespace CxFunctions.Bench.Survey;

/// <summary>
/// What the storage gives when nothing is in the way: requests of the same kinds, in the same shares and sizes as a phase made, by the
/// official clients, as many as it takes. Requests to blobs, which the engine makes for its leases alone, are left out.
/// </summary>
internal sealed class RawStorage(string connectionString, OperationCounts like)
{
    private const int Callers = 16;
    private const int Queues = 4;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Load = TimeSpan.FromSeconds(12);
    private readonly List<StorageOperation> _mix =
        [.. like.All.Where(o => o.Service is "queue" or "table" && RawCaller.Knows(o.Verb)).GroupBy(o => o.Verb)
            .Select(g => g.First() with { Count = g.Sum(o => o.Count), Bytes = g.Sum(o => o.Bytes) })
            .Where(o => o.Count > 0)];

    /// <returns>Requests a second.</returns>
    public async Task<double> RunAsync(CancellationToken cancellation)
    {
        var queues = Enumerable.Range(0, Queues).Select(n => new QueueClient(connectionString, $"raw-{n}")).ToList();
        var empty = new QueueClient(connectionString, "raw-empty");
        var table = new TableServiceClient(connectionString).GetTableClient("Raw");
        await table.CreateIfNotExistsAsync(cancellation);
        foreach (var queue in queues.Append(empty))
        {
            await queue.CreateIfNotExistsAsync(cancellationToken: cancellation);
        }
        var callers = Enumerable.Range(0, Callers).Select(n => new RawCaller(n, new(queues[n % Queues], empty), new(table, n))).ToList();
        await RunAsync(callers, WarmUp, cancellation);
        return await RunAsync(callers, Load, cancellation);
    }

    private async Task<double> RunAsync(IReadOnlyList<RawCaller> callers, TimeSpan load, CancellationToken cancellation)
    {
        var (began, requests) = (Stopwatch.GetTimestamp(), 0);
        await Task.WhenAll(callers.Select(caller => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(began) < load)
            {
                var one = Draw(caller.Chance);
                await caller.RequestAsync(one.Verb, (int)(one.Bytes / one.Count), cancellation);
                Interlocked.Increment(ref requests);
            }
        })));
        return requests / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private StorageOperation Draw(Random chance)
    {
        var at = chance.NextDouble() * _mix.Sum(o => o.Count);
        return _mix.First(o => (at -= o.Count) < 0 || o == _mix[^1]);
    }
}
