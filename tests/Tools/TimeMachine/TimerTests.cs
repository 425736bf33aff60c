using DurableTask.Core;
using DurableTask.Core.History;

namespace CxFunctions.Tests.Tools.TimeMachine;

public sealed class TimerTests
{
    [Fact]
    public async Task Three_hundred_journeys_of_ten_days_all_wait_after_nine_and_are_all_done_after_ten()
    {
        await using var hub = await new TestHub()
            .Orchestrator<int, DateTime>("Journey", async (context, seconds) =>
            {
                await context.CreateTimer(context.CurrentUtcDateTime.AddDays(10).AddSeconds(seconds), CancellationToken.None);
                return context.CurrentUtcDateTime;
            })
            .RunAsync();
        var ids = await Task.WhenAll(Enumerable.Range(0, 300).Select(n => hub.BeginAsync("Journey", $"J{n:000}", n)));

        await hub.AdvanceAsync(TimeSpan.FromDays(10) - TimeSpan.FromTicks(1));
        foreach (var id in ids)
        {
            Assert.Equal(OrchestrationStatus.Running, await hub.StatusAsync(id));
        }
        await hub.AdvanceAsync(TimeSpan.FromSeconds(300));

        for (var n = 0; n < ids.Length; n++)
        {
            var state = await hub.StateAsync(ids[n]);
            Assert.Equal(OrchestrationStatus.Completed, state.OrchestrationStatus);
            // To the second, to the tick: what the orchestrator read, and what the stamps say.
            var due = TestHub.Start.AddDays(10).AddSeconds(n).UtcDateTime;
            Assert.Equal($"\"{due:yyyy-MM-ddTHH:mm:ssZ}\"", state.Output);
            Assert.Equal(due, state.CompletedTime);
            Assert.Equal(due, state.LastUpdatedTime);
            Assert.Equal(TestHub.Start.UtcDateTime, state.CreatedTime);
        }
        Assert.Null(hub.Stepped.NextDue);
    }

    [Fact]
    public async Task A_hub_that_is_told_to_be_early_fires_every_timer_that_much_before_its_time()
    {
        await using var hub = await new TestHub(early: TimeSpan.FromSeconds(1))
            .Orchestrator<int, DateTime>("Journey", async (context, _) =>
            {
                await context.CreateTimer(context.CurrentUtcDateTime.AddMinutes(1), CancellationToken.None);
                return context.CurrentUtcDateTime;
            })
            .RunAsync();
        var id = await hub.BeginAsync("Journey", "J", 0);

        await hub.AdvanceAsync(TimeSpan.FromSeconds(58.9));
        Assert.Equal(OrchestrationStatus.Running, await hub.StatusAsync(id));
        await hub.AdvanceAsync(TimeSpan.FromSeconds(0.1));

        Assert.Equal($"\"{TestHub.Start.AddSeconds(59).UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}\"", (await hub.StateAsync(id)).Output);
    }

    [Fact]
    public async Task Every_event_of_a_history_carries_the_products_time()
    {
        await using var hub = await new TestHub()
            .Activity<string, string>("Greet", name => Task.FromResult("Hello " + name))
            .Orchestrator<string, string>("Journey", async (context, name) =>
            {
                await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                var answer = await context.WaitForExternalEvent<string>("Answer");
                return await context.CallActivityAsync<string>("Greet", name + answer);
            })
            .RunAsync();
        var id = await hub.BeginAsync("Journey", "J1", "Ana");
        await hub.AdvanceAsync(TimeSpan.FromHours(2));
        await hub.RaiseAsync(id, "Answer", "!");
        await hub.QuietAsync();

        var history = Newtonsoft.Json.Linq.JArray.Parse(await hub.Client.GetOrchestrationHistoryAsync(id, null!));
        var stamps = history.Select(e => ((EventType)(int)e["EventType"]!, Hour: ((DateTime)e["Timestamp"]! - TestHub.Start.UtcDateTime).TotalHours)).ToList();
        Assert.Equal(
            [
                (EventType.OrchestratorStarted, 0d), (EventType.ExecutionStarted, 0), (EventType.TimerCreated, 0), (EventType.OrchestratorCompleted, 0),
                (EventType.OrchestratorStarted, 1), (EventType.TimerFired, 1), (EventType.OrchestratorCompleted, 1),
                (EventType.OrchestratorStarted, 2), (EventType.EventRaised, 2), (EventType.TaskScheduled, 2), (EventType.OrchestratorCompleted, 2),
                (EventType.OrchestratorStarted, 2), (EventType.TaskCompleted, 2), (EventType.ExecutionCompleted, 2), (EventType.OrchestratorCompleted, 2),
            ],
            stamps);
    }

    [Fact]
    public async Task A_timer_that_is_due_already_fires_without_the_clock_being_moved()
    {
        await using var hub = await new TestHub()
            .Orchestrator<string, string>("Journey", async (context, _) =>
            {
                await context.CreateTimer(context.CurrentUtcDateTime.AddDays(-1), CancellationToken.None);
                return "done";
            })
            .RunAsync();
        var id = await hub.BeginAsync("Journey", "J1");
        await hub.QuietAsync();
        Assert.Equal(OrchestrationStatus.Completed, await hub.StatusAsync(id));
    }

    [Fact]
    public async Task A_timer_that_lost_is_gone_when_its_journey_ends()
    {
        await using var hub = await new TestHub()
            .Orchestrator<string, string>("Journey", async (context, _) =>
            {
                using var cancel = new CancellationTokenSource();
                var reminder = context.CreateTimer(TimeSpan.FromDays(1), cancel.Token);
                var answer = context.WaitForExternalEvent<string>("Answer");
                await Task.WhenAny(answer, reminder);
                cancel.Cancel();
                return await answer;
            })
            .RunAsync();
        var id = await hub.BeginAsync("Journey", "J1");
        await hub.QuietAsync();
        Assert.Equal(TestHub.Start.AddDays(1), hub.Stepped.NextDue);
        await hub.RaiseAsync(id, "Answer", "9");
        await hub.QuietAsync();
        Assert.Equal("\"9\"", (await hub.StateAsync(id)).Output);
        Assert.Null(hub.Stepped.NextDue);
    }
}
