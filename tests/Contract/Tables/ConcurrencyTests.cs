using Azure;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Tests.Contract.Tables;

public sealed class ConcurrencyTests(TableStorage storage)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_many_writers_that_read_and_write_back_none_loses_its_change()
    {
        const int Writers = 8;
        const int Each = 10;
        var table = await storage.CreateTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["n"] = 0 }, Cancellation);
        var conflicts = 0;
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async _ =>
        {
            for (var done = 0; done < Each;)
            {
                var row = (await table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancellation)).Value;
                row["n"] = row.GetInt32("n")!.Value + 1;
                try
                {
                    await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Cancellation);
                    done++;
                }
                catch (RequestFailedException e) when (e.Status == 412)
                {
                    Interlocked.Increment(ref conflicts);
                }
            }
        }));
        Assert.Equal(Writers * Each, (await table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancellation)).Value.GetInt32("n"));
        Assert.True(conflicts > 0, "The writers never met, so nothing was shown.");
    }

    [Fact]
    public async Task Of_many_that_add_the_same_row_one_succeeds()
    {
        var table = await storage.CreateTableAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(async i =>
        {
            try
            {
                return (await table.AddEntityAsync(new TableEntity("p", "r") { ["i"] = i }, Cancellation)).Status;
            }
            catch (RequestFailedException e)
            {
                return e.Status;
            }
        }));
        Assert.Equal(1, outcomes.Count(status => status == 204));
        Assert.Equal(15, outcomes.Count(status => status == 409));
    }

    [Fact]
    public async Task Bodies_of_calls_at_the_same_time_do_not_mix()
    {
        var table = await storage.CreateTableAsync();
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i =>
            table.AddEntityAsync(new TableEntity("p", $"{i:D3}") { ["text"] = TextOf(i) }, Cancellation)));
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: Cancellation))
        {
            Assert.Equal(TextOf(int.Parse(row.RowKey)), row.GetString("text"));
        }
    }

    /// <summary>Bodies lie in buffers that are used again; a call that is given up must not hand its buffer on while it is being sent.</summary>
    [Fact]
    public async Task Calls_given_up_midway_do_not_spoil_those_that_follow()
    {
        var table = await storage.CreateTableAsync();
        var chance = new Random(7);
        var patience = Enumerable.Range(0, 400).Select(i => i % 2 == 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(chance.Next(1, 40))).ToArray();
        var stored = 0;
        await Parallel.ForAsync(0, patience.Length, new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = Cancellation }, async (i, cancellation) =>
        {
            using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limited.CancelAfter(patience[i]);
            try
            {
                await table.AddEntityAsync(new TableEntity("p", $"{i:D3}") { ["text"] = TextOf(i) }, limited.Token);
                Interlocked.Increment(ref stored);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                // Given up, as meant.
            }
        });
        var rows = await table.QueryAsync<TableEntity>(cancellationToken: Cancellation).ToListAsync(Cancellation);
        Assert.InRange(rows.Count, Math.Max(200, stored), 400);
        Assert.All(rows, row => Assert.Equal(TextOf(int.Parse(row.RowKey)), row.GetString("text")));
    }

    /// <summary>A server that answers nobody until all have come: with fewer connections than calls it would wait for ever.</summary>
    [Fact]
    public async Task Calls_do_not_queue_for_a_few_connections()
    {
        const int Calls = 48;
        using var all = new CountdownEvent(Calls);
        var everyone = new TaskCompletionSource();
        await using var server = await ServeAsync(async context =>
        {
            if (all.Signal())
            {
                everyone.SetResult();
            }
            await everyone.Task;
            context.Response.StatusCode = 204;
        });
        var options = new TableClientOptions { Retry = { MaxRetries = 0, NetworkTimeout = TimeSpan.FromSeconds(30) } };
        var table = new TableClient($"UseDevelopmentStorage=false;AccountName=a;AccountKey=AAAA;TableEndpoint={server.Urls.Single()}", "T", options);
        var answers = await Task.WhenAll(Enumerable.Range(0, Calls).Select(i => table.AddEntityAsync(new TableEntity("p", $"{i}"), Cancellation)));
        Assert.All(answers, answer => Assert.Equal(204, answer.Status));
    }

    [Fact]
    public async Task A_call_that_met_a_busy_service_is_tried_again_whole_and_signed_afresh()
    {
        var bodies = new List<string>();
        await using var server = await ServeAsync(async context =>
        {
            bodies.Add(await new StreamReader(context.Request.Body).ReadToEndAsync());
            Assert.StartsWith("SharedKeyLite a:", context.Request.Headers.Authorization);
            context.Response.StatusCode = bodies.Count < 3 ? 503 : 204;
        });
        var options = new TableClientOptions { Retry = { Delay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(5) } };
        var table = new TableClient($"AccountName=a;AccountKey=AAAA;TableEndpoint={server.Urls.Single()}", "T", options);
        Assert.Equal(204, (await table.AddEntityAsync(new TableEntity("p", "r") { ["n"] = 1 }, Cancellation)).Status);
        Assert.Equal(Enumerable.Repeat("""{"PartitionKey":"p","RowKey":"r","n":1}""", 3), bodies);
    }

    private static string TextOf(int i) => new((char)('a' + (i % 26)), 1 + (i * 37 % 4000));

    private static async Task<WebApplication> ServeAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(answer);
        await app.StartAsync(Cancellation);
        return app;
    }
}
