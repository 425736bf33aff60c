using DurableTask.Core;

namespace CxFunctions.Tests.Tools.TimeMachine;

public sealed class ContinueAsNewTests
{
    [Fact]
    public async Task A_generation_begins_at_the_products_time_and_its_timers_come_true()
    {
        await using var hub = await new TestHub().Orchestrator<string, string>("Case", async (context, days) =>
        {
            days += $"{context.CurrentUtcDateTime:MM-dd HH:mm};";
            if (days.Count(c => c == ';') == 4)
            {
                return days;
            }
            await context.CreateTimer(TimeSpan.FromDays(5), CancellationToken.None);
            context.ContinueAsNew(days);
            return "ignored";
        }).RunAsync();
        var id = await hub.BeginAsync("Case", "C1", "");
        await hub.AdvanceAsync(TimeSpan.FromDays(20));
        var state = await hub.StateAsync(id);
        Assert.Equal("\"03-01 09:00;03-06 09:00;03-11 09:00;03-16 09:00;\"", state.Output);
        Assert.Equal(TestHub.Start.AddDays(15).UtcDateTime, state.CompletedTime);
        Assert.Null(hub.Stepped.NextDue);
    }

    [Fact]
    public async Task Generations_that_follow_at_once_all_begin_at_the_products_time()
    {
        await using var hub = await new TestHub().Orchestrator<int, string>("Case", (context, generation) =>
        {
            if (generation < 5)
            {
                // What a wrong clock would decide otherwise.
                context.ContinueAsNew(context.CurrentUtcDateTime == TestHub.Start.UtcDateTime ? generation + 1 : 100);
            }
            return Task.FromResult($"{generation}");
        }).RunAsync();
        var id = await hub.BeginAsync("Case", "C1", 0);
        await hub.QuietAsync();
        Assert.Equal("\"5\"", (await hub.StateAsync(id)).Output);
    }

    [Fact]
    public async Task Unread_events_go_along_in_order()
    {
        await using var hub = await new TestHub().Orchestrator<string, string>("Case", async (context, read) =>
        {
            read += await context.WaitForExternalEvent<string>("Note");
            if (read.Length < 5)
            {
                context.ContinueAsNew(read);
            }
            return read;
        }).RunAsync();
        var id = await hub.BeginAsync("Case", "C1", "");
        foreach (var note in "abcde")
        {
            await hub.RaiseAsync(id, "Note", note.ToString());
        }
        await hub.QuietAsync();
        Assert.Equal("\"abcde\"", (await hub.StateAsync(id)).Output);
    }

    [Fact]
    public async Task What_the_ended_generation_sent_arrives_once_and_so_does_what_the_next_one_sends()
    {
        var greeted = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await using var hub = await new TestHub()
            .Activity<string, string>("Greet", name =>
            {
                greeted.Enqueue(name);
                return Task.FromResult(name);
            })
            .Orchestrator<string, string>("Listener", async (context, _) =>
            {
                var notes = "";
                while (!notes.Contains("end", StringComparison.Ordinal))
                {
                    notes += await context.WaitForExternalEvent<string>("Note") + " ";
                }
                return notes;
            })
            .Orchestrator<int, string>("Case", async (context, generation) =>
            {
                context.SendEvent("L1", "Note", $"{generation}a");
                await context.CallActivityAsync<string>("Greet", $"generation {generation}");
                context.SendEvent("L1", "Note", $"{generation}b");
                if (generation == 1)
                {
                    context.ContinueAsNew(2);
                }
                return "done";
            })
            .RunAsync();
        await hub.BeginAsync("Listener", "L1");
        await hub.BeginAsync("Case", "C1", 1);
        await hub.QuietAsync();
        await hub.RaiseAsync("L1", "Note", "end");
        await hub.QuietAsync();
        Assert.Equal(["generation 1", "generation 2"], greeted);
        Assert.Equal("\"1a 1b 2a 2b end \"", (await hub.StateAsync("L1")).Output);
        Assert.Equal(OrchestrationStatus.Completed, await hub.StatusAsync("C1"));
    }

    [Fact]
    public async Task A_custom_status_outlives_the_generation_that_set_it()
    {
        await using var hub = await new TestHub().Orchestrator<int, string>("Case", async (context, generation) =>
        {
            if (generation == 1)
            {
                context.SetCustomStatus("first");
                context.ContinueAsNew(2);
                return "";
            }
            return await context.WaitForExternalEvent<string>("End");
        }).RunAsync();
        var id = await hub.BeginAsync("Case", "C1", 1);
        await hub.QuietAsync();
        var state = await hub.StateAsync(id);
        Assert.Equal("\"first\"", state.Status);
        Assert.Equal("2", state.Input);
    }
}
