using System.Diagnostics;
using Azure;
using Azure.Data.Tables;

namespace CxFunctions.Bench.Journeys;

/// <summary>
/// What the storage gives when nothing is in the way: rows as a journey's, inserted once and three times merged under their
/// ETag, over and over. The table grows from slice to slice as that of the journeys does, since storage slows with its size.
/// </summary>
internal sealed class RawTableLoad(TableClient table)
{
    private const int Callers = 16;
    private const int Merges = 3;
    private long _requests;
    private TimeSpan _took;

    public double RequestsPerSecond => _requests / _took.TotalSeconds;

    public static async Task<RawTableLoad> CreateAsync(TableServiceClient tables)
    {
        var table = tables.GetTableClient("raw");
        await table.CreateIfNotExistsAsync();
        return new(table);
    }

    /// <param name="counts">False for a warm-up.</param>
    public async Task RunAsync(TimeSpan slice, bool counts = true)
    {
        var (began, count) = (Stopwatch.GetTimestamp(), 0L);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(began) < slice)
            {
                await OneRowAsync();
                Interlocked.Add(ref count, 1 + Merges);
            }
        })));
        if (counts)
        {
            _requests += count;
            _took += Stopwatch.GetElapsedTime(began);
        }
    }

    private async Task OneRowAsync()
    {
        var row = Begun();
        var etag = (await table.AddEntityAsync(row)).Headers.ETag ?? ETag.All;
        for (var merge = 0; merge < Merges; merge++)
        {
            etag = (await table.UpdateEntityAsync(Stepped(row.PartitionKey), etag, TableUpdateMode.Merge)).Headers.ETag ?? ETag.All;
        }
    }

    /// <summary>The columns that the engine's insert has.</summary>
    private static TableEntity Begun()
    {
        var row = Stepped($"00-{Guid.NewGuid():N}");
        row["Name"] = "Journey";
        row["Execution"] = "0123456789abcdef";
        row["CreatedAt"] = DateTimeOffset.UtcNow;
        return row;
    }

    /// <summary>The columns that each further step merges, as large as those of a journey half way through.</summary>
    private static TableEntity Stepped(string partition) => new(partition, "i")
    {
        ["Status"] = "Running",
        ["UpdatedAt"] = DateTimeOffset.UtcNow,
        ["Lines"] = 6,
        ["Live"] = true,
        ["Work"] = false,
        ["Due"] = 639_000_000_000_000_000L,
        ["Tail0"] = new string('x', 350),
        ["Commit"] = "0123456789abcdef",
    };
}
