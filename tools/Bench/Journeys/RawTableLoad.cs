using System.Diagnostics;
using Azure;
using Azure.Data.Tables;

namespace CxFunctions.Bench.Journeys;

/// <summary>
/// What the storage gives when nothing is in the way: rows as a journey's, inserted once and replaced three times under their
/// ETag, over and over. The table grows from slice to slice as that of the journeys does, since storage slows with its size.
/// </summary>
internal sealed class RawTableLoad(TableClient table)
{
    private const int Callers = 16;
    private const int Replacements = 3;
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
                Interlocked.Add(ref count, 1 + Replacements);
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
        var row = Row();
        var etag = (await table.AddEntityAsync(row)).Headers.ETag ?? ETag.All;
        for (var replacement = 0; replacement < Replacements; replacement++)
        {
            etag = (await table.UpdateEntityAsync(row, etag, TableUpdateMode.Replace)).Headers.ETag ?? ETag.All;
        }
    }

    /// <summary>As large as the row of a journey half way through.</summary>
    private static TableEntity Row() => new($"00-{Guid.NewGuid():N}", "i")
    {
        ["Name"] = "Journey",
        ["Execution"] = "0123456789abcdef",
        ["Status"] = "Running",
        ["CreatedAt"] = DateTimeOffset.UtcNow,
        ["UpdatedAt"] = DateTimeOffset.UtcNow,
        ["Lines"] = 6,
        ["Commit"] = "0123456789abcdef",
        ["Live"] = true,
        ["Due"] = 639_000_000_000_000_000L,
        ["Tail0"] = new string('x', 350),
    };
}
