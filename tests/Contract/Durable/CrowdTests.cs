using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CxFunctions.Tests.Contract.Durable;

/// <summary>Many of something at once, and limits that are obeyed.</summary>
public class CrowdTests
{
    [Fact]
    public async Task Two_hundred_events_all_arrive_in_the_order_of_each_of_their_senders()
    {
        const int Senders = 4, Each = 50;
        await using var hub = await DurableHub.StartAsync(h => h.Orchestrator("Listens", async context =>
        {
            var heard = new List<int>();
            while (heard.Count < Senders * Each)
            {
                heard.Add(await context.WaitForExternalEvent<int>("Go"));
            }

            return heard;
        }));
        var id = await hub.StartAsync("Listens");
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(async () =>
        {
            for (var number = 0; number < Each; number++)
            {
                await hub.Client.RaiseEventAsync(id, "Go", (sender * 1000) + number, DurableHub.Cancel);
            }
        })));

        var heard = (await hub.OutputAsync<List<int>>(id))!;
        Assert.All(Enumerable.Range(0, Senders), sender =>
            Assert.Equal(Enumerable.Range(0, Each), heard.Where(number => number / 1000 == sender).Select(number => number % 1000)));
    }

    [Fact]
    public async Task Two_hundred_events_raised_side_by_side_arrive_once_each()
    {
        await using var hub = await DurableHub.StartAsync(h => h.Orchestrator("Listens", async context =>
        {
            var waits = Enumerable.Range(0, 200).Select(_ => context.WaitForExternalEvent<int>("Go")).ToArray();
            return (await Task.WhenAll(waits)).Order().ToArray();
        }));
        var id = await hub.StartAsync("Listens");
        await Task.WhenAll(Enumerable.Range(0, 200).Select(number => hub.Client.RaiseEventAsync(id, "Go", number, DurableHub.Cancel)));

        Assert.Equal(Enumerable.Range(0, 200), await hub.OutputAsync<int[]>(id));
    }

    [Fact]
    public async Task No_more_activities_run_at_once_than_maxConcurrentActivityFunctions()
    {
        var (running, most) = (0, 0);
        await using var hub = await DurableHub.StartAsync(
            h => h.Options.MaxConcurrentActivityFunctions = 3,
            h => h.Orchestrator("Wide", async context =>
            {
                await Task.WhenAll(Enumerable.Range(0, 30).Select(number => context.CallActivityAsync("Slow", number)));
                return null;
            }).AsyncActivity<int>("Slow", async _ =>
            {
                var now = Interlocked.Increment(ref running);
                InterlockedMost(ref most, now);
                await Task.Delay(20, CancellationToken.None);
                Interlocked.Decrement(ref running);
                return null;
            }));
        await hub.OutputAsync<object>(await hub.StartAsync("Wide"));

        Assert.Equal(3, most);
    }

    [Fact]
    public async Task No_more_orchestrators_run_at_once_than_maxConcurrentOrchestratorFunctions()
    {
        var (running, most) = (0, 0);
        await using var hub = await DurableHub.StartAsync(
            h => h.Options.MaxConcurrentOrchestratorFunctions = 2,
            h => h.Orchestrator("Busy", _ =>
            {
                var now = Interlocked.Increment(ref running);
                InterlockedMost(ref most, now);
                Thread.Sleep(20);
                Interlocked.Decrement(ref running);
                return Task.FromResult<object?>(null);
            }));
        var ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => hub.StartAsync("Busy")));
        await Task.WhenAll(ids.Select(id => hub.OutputAsync<object>(id)));

        Assert.Equal(2, most);
    }

    [Fact]
    public async Task Filters_hold_on_every_page_and_a_token_goes_on_where_the_page_ended()
    {
        await using var hub = await DurableHub.StartAsync(h => h.Orchestrator("Waits", async context => await context.WaitForExternalEvent<string>("Go")));
        await StartAsync(hub, "early", 8);
        await hub.PassAsync(TimeSpan.FromHours(1));
        var from = hub.Clock.GetUtcNow();
        await StartAsync(hub, "asked", 10);
        await StartAsync(hub, "other", 6);
        await hub.PassAsync(TimeSpan.FromHours(1));
        var to = hub.Clock.GetUtcNow().AddMinutes(-30);
        await StartAsync(hub, "asked-late", 3);
        await hub.Client.TerminateInstanceAsync("asked-3", "x", DurableHub.Cancel);
        await hub.RestAsync();
        var query = new OrchestrationQuery(CreatedFrom: from, CreatedTo: to, Statuses: [OrchestrationRuntimeStatus.Running], InstanceIdPrefix: "asked", PageSize: 4);

        List<string> found = [];
        string? token = null;
        do
        {
            // One page each time, as a web page does that hands the token on to its next request.
            await foreach (var page in hub.Client.GetAllInstancesAsync(query with { ContinuationToken = token }).AsPages().WithCancellation(DurableHub.Cancel))
            {
                Assert.InRange(page.Values.Count, 0, 4);
                found.AddRange(page.Values.Select(instance => instance.InstanceId));
                token = page.ContinuationToken;
                break;
            }
        }
        while (token is not null);

        Assert.Equal(Enumerable.Range(0, 10).Where(n => n != 3).Select(n => $"asked-{n}").Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    private static async Task StartAsync(DurableHub hub, string prefix, int count)
    {
        for (var number = 0; number < count; number++)
        {
            await hub.StartAsync("Waits", null, $"{prefix}-{number}");
        }
    }

    private static void InterlockedMost(ref int most, int now)
    {
        for (var seen = most; now > seen; seen = most)
        {
            Interlocked.CompareExchange(ref most, now, seen);
        }
    }
}
