using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CxFunctions.Tests.Contract.Durable;

public class ContinueAsNewTests
{
    private static Func<TaskOrchestrationContext, Task<object?>> Collector(bool keep) => async context =>
    {
        var so = context.GetInput<string>() ?? "";
        await context.WaitForExternalEvent<string>("Turn");
        if (so.Length > 0)
        {
            using var soon = new CancellationTokenSource();
            var letter = context.WaitForExternalEvent<string>("Letter");
            var timer = context.CreateTimer(TimeSpan.FromHours(1), soon.Token);
            if (await Task.WhenAny(letter, timer) == timer)
            {
                return so;
            }

            soon.Cancel();
            so += await letter;
        }

        context.ContinueAsNew(so + ".", keep);
        return "ignored";
    };

    [Theory]
    [InlineData(true, ".a.b.")]
    [InlineData(false, ".")]
    public async Task Unread_events_go_along_in_order_or_are_dropped(bool keep, string expected)
    {
        await using var hub = await DurableHub.StartAsync(h => h.Orchestrator("Collector", Collector(keep)));
        var id = await hub.StartAsync("Collector");
        await hub.RestAsync();
        await hub.Client.RaiseEventAsync(id, "Letter", "a", DurableHub.Cancel);
        await hub.Client.RaiseEventAsync(id, "Letter", "b", DurableHub.Cancel);
        for (var turn = 0; turn < 4; turn++)
        {
            await hub.Client.RaiseEventAsync(id, "Turn", "", DurableHub.Cancel);
            await hub.RestAsync();
        }

        await hub.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(expected, await hub.OutputAsync<string>(id));
    }

    [Fact]
    public async Task A_long_row_of_generations_keeps_a_short_history()
    {
        await using var hub = await DurableHub.StartAsync(h => h
            .Orchestrator("Count", async context =>
            {
                var number = await context.CallActivityAsync<int>("Next", context.GetInput<int>());
                if (number < 500)
                {
                    context.ContinueAsNew(number);
                }

                return number;
            })
            .Activity<int>("Next", number => number + 1));
        var id = await hub.StartAsync("Count", 0);

        Assert.Equal(500, await hub.OutputAsync<int>(id));
        Assert.True((await hub.Engine.Inspect.HistoryAsync(id, DurableHub.Cancel))!.Count < 10);
    }

    [Fact]
    public async Task Throwing_after_asking_for_it_fails_the_instance_and_starts_no_generation()
    {
        await using var hub = await DurableHub.StartAsync(h => h.Orchestrator("Changes mind", context =>
        {
            context.ContinueAsNew("again");
            throw new InvalidOperationException("no");
        }));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await hub.AtRestAsync(await hub.StartAsync("Changes mind"))).RuntimeStatus);
    }

    [Fact]
    public async Task It_waits_for_open_tasks_first()
    {
        await using var hub = await DurableHub.StartAsync(h => h.Orchestrator("Tidy", context =>
        {
            if (context.GetInput<string>() == "second")
            {
                return Task.FromResult<object?>("second");
            }

            _ = context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            context.ContinueAsNew("second");
            return Task.FromResult<object?>(null);
        }));
        var id = await hub.StartAsync("Tidy");
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await hub.AtRestAsync(id)).RuntimeStatus);

        await hub.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal("second", await hub.OutputAsync<string>(id));
    }

    [Fact]
    public async Task An_event_sent_in_the_last_moment_of_a_generation_arrives()
    {
        await using var hub = await DurableHub.StartAsync(h => h
            .Orchestrator("Sender", context =>
            {
                if (context.GetInput<int>() < 5)
                {
                    context.SendEvent("receiver", "Number", context.GetInput<int>());
                    context.ContinueAsNew(context.GetInput<int>() + 1);
                }

                return Task.FromResult<object?>(null);
            })
            .Orchestrator("Receiver", async context =>
            {
                List<int> numbers = [];
                while (numbers.Count < 5)
                {
                    numbers.Add(await context.WaitForExternalEvent<int>("Number"));
                }

                return numbers;
            }));
        await hub.StartAsync("Receiver", null, "receiver");
        await hub.StartAsync("Sender", 0);

        Assert.Equal([0, 1, 2, 3, 4], (await hub.OutputAsync<int[]>("receiver"))!.Order());
    }
}
