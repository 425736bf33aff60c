using System.Collections.Concurrent;
using CxFunctions.LocalHost.Durable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CxFunctions.Tests.Contract.Durable;

public class RecoveryTests
{
    [Fact]
    public async Task What_waits_is_there_again_after_the_engine_was_killed()
    {
        var runs = new ConcurrentQueue<string>();
        await using var hub = await DurableHub.StartAsync(h => h
            .Orchestrator("Journey", async context =>
            {
                await context.CallActivityAsync("Note", "invite");
                var answer = await context.WaitForExternalEvent<int>("Answer");
                await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                await context.CallActivityAsync("Note", $"end {answer}");
                return answer;
            })
            .Activity<string>("Note", text =>
            {
                runs.Enqueue(text!);
                return null;
            }));
        var id = await hub.StartAsync("Journey");
        await hub.RestAsync();
        await hub.KillAndBeginAgainAsync();
        await hub.Client.RaiseEventAsync(id, "Answer", 7, DurableHub.Cancel);
        await hub.KillAndBeginAgainAsync();
        await hub.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal(7, await hub.OutputAsync<int>(id));
        Assert.Equal(["invite", "end 7"], runs);
    }

    [Fact]
    public async Task A_timer_that_fell_due_while_no_engine_ran_rings_at_the_start()
    {
        await using var hub = await DurableHub.StartAsync(h => h.Orchestrator("Sleep", async context =>
        {
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            return "woken";
        }));
        var id = await hub.StartAsync("Sleep");
        await hub.RestAsync();
        hub.Engine.Halt();
        hub.Clock.Advance(TimeSpan.FromDays(3));
        await hub.BeginAsync();

        Assert.Equal("woken", await hub.OutputAsync<string>(id));
    }

    [Fact]
    public async Task An_activity_whose_end_was_not_committed_runs_again_and_only_that_one()
    {
        var runs = new ConcurrentDictionary<string, int>();
        var hold = new TaskCompletionSource();
        await using var hub = await DurableHub.StartAsync(h => h
            .Orchestrator("Two", async context =>
            {
                await context.CallActivityAsync("Run", "first");
                await context.CallActivityAsync("Run", "second");
                return "both";
            })
            .AsyncActivity<string>("Run", async name =>
            {
                if (runs.AddOrUpdate(name!, 1, (_, count) => count + 1) == 1 && name == "second")
                {
                    await hold.Task;
                }

                return null;
            }));
        var id = await hub.StartAsync("Two");
        while (!runs.ContainsKey("second"))
        {
            await Task.Delay(5, DurableHub.Cancel);
        }

        await hub.KillAndBeginAgainAsync();
        Assert.Equal("both", await hub.OutputAsync<string>(id));
        Assert.Equal((1, 2), (runs["first"], runs["second"]));
        hold.SetResult();
    }

    [Fact]
    public async Task Messages_between_instances_survive_a_kill_at_any_moment_and_count_once()
    {
        await using var hub = await DurableHub.StartAsync(h => h
            .Orchestrator("Parent", async context =>
            {
                var sum = 0;
                for (var n = 1; n <= 20; n++)
                {
                    context.SendEvent("collector", "Number", n);
                    sum += await context.CallSubOrchestratorAsync<int>("Child", n);
                }

                return sum;
            })
            .Orchestrator("Child", context => Task.FromResult<object?>(context.GetInput<int>()))
            .Orchestrator("Collector", async context =>
            {
                List<int> numbers = [];
                while (numbers.Count < 20)
                {
                    numbers.Add(await context.WaitForExternalEvent<int>("Number"));
                }

                return numbers;
            }));
        await hub.StartAsync("Collector", null, "collector");
        var id = await hub.StartAsync("Parent");
        var random = new Random(7);
        for (var kill = 0; kill < 12; kill++)
        {
            await Task.Delay(random.Next(5, 40), DurableHub.Cancel);
            await hub.KillAndBeginAgainAsync();
        }

        Assert.Equal(210, await hub.OutputAsync<int>(id));
        Assert.Equal(Enumerable.Range(1, 20), (await hub.OutputAsync<int[]>("collector"))!);
    }

    [Fact]
    public async Task A_second_engine_on_the_hub_refuses_to_start_and_says_why()
    {
        await using var hub = await DurableHub.StartAsync();
        var second = hub.NewEngine();
        var refused = await Assert.ThrowsAsync<HubInUseException>(() => second.StartAsync(DurableHub.Cancel));

        Assert.Contains($"process {Environment.ProcessId}", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--storage", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stopped_engine_finishes_what_runs_and_frees_the_hub()
    {
        var began = new TaskCompletionSource();
        await using var hub = await DurableHub.StartAsync(h => h
            .Orchestrator("One", async context => await context.CallActivityAsync<int>("Slow"))
            .AsyncActivity<int>("Slow", async _ =>
            {
                began.SetResult();
                await Task.Delay(300);
                return 1;
            }));
        var id = await hub.StartAsync("One");
        await began.Task.WaitAsync(DurableHub.Cancel);
        await hub.Engine.StopAsync(DurableHub.Cancel);
        await hub.BeginAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await hub.Client.GetInstanceAsync(id, DurableHub.Cancel))!.RuntimeStatus);
    }
}
