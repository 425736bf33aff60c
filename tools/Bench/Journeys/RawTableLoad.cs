using System.Diagnostics;
using Azure;
using Azure.Data.Tables;

namespace CxFunctions.Bench.Journeys;

/// <summary>What the storage gives when nothing is in the way: one insert and four conditional replacements of a row, over and over.</summary>
internal static class RawTableLoad
{
    private const int Callers = 16;

    public static async Task<double> OperationsPerSecondAsync(TableServiceClient tables, TimeSpan load)
    {
        Console.Error.WriteLine("measuring raw table requests");
        var table = tables.GetTableClient("raw");
        await table.CreateIfNotExistsAsync();
        await RunAsync(table, TimeSpan.FromSeconds(3));
        return await RunAsync(table, load);
    }

    private static async Task<double> RunAsync(TableClient table, TimeSpan load)
    {
        var (began, count) = (Stopwatch.GetTimestamp(), 0L);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(began) < load)
            {
                var row = Row();
                var etag = (await table.AddEntityAsync(row)).Headers.ETag ?? ETag.All;
                for (var update = 0; update < 4; update++)
                {
                    etag = (await table.UpdateEntityAsync(row, etag, TableUpdateMode.Replace)).Headers.ETag ?? ETag.All;
                }

                Interlocked.Add(ref count, 5);
            }
        })));
        return count / Stopwatch.GetElapsedTime(began).TotalSeconds;
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
        ["Tail0"] = new string('x', 450),
    };
}
