using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CxFunctions.Tests.Contract.Durable;

public class ExternalEventTests
{
    private static readonly Func<TaskOrchestrationContext, Task<object?>> TakeThree = async context => string.Concat(
        await context.WaitForExternalEvent<string>("Letter"),
        await context.WaitForExternalEvent<string>("Letter"),
        await context.WaitForExternalEvent<string>("Letter"));

    [Fact]
    public async Task Events_raised_before_the_wait_and_even_before_the_start_of_the_code_are_kept_in_order()
    {
        await using var hub = await DurableHub.StartAsync(h => h.Orchestrator("Late", async context =>
        {
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            return await TakeThree(context);
        }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Late", null,
            new StartOrchestrationOptions("late", hub.Clock.GetUtcNow().AddHours(1)), DurableHub.Cancel);
        await hub.Client.RaiseEventAsync(id, "Letter", "a", DurableHub.Cancel);
        await hub.PassAsync(TimeSpan.FromHours(1));
        await hub.Client.RaiseEventAsync(id, "letter", "b", DurableHub.Cancel);
        await hub.Client.RaiseEventAsync(id, "LETTER", "c", DurableHub.Cancel);
        await hub.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal("abc", await hub.OutputAsync<string>(id));
    }

    [Fact]
    public async Task Events_raised_during_the_wait_wake_the_orchestrator_one_by_one()
    {
        await using var hub = await DurableHub.StartAsync(h => h.Orchestrator("Three", TakeThree));
        var id = await hub.StartAsync("Three");
        foreach (var letter in new[] { "x", "y", "z" })
        {
            await hub.RestAsync();
            await hub.Client.RaiseEventAsync(id, "Letter", letter, DurableHub.Cancel);
        }

        Assert.Equal("xyz", await hub.OutputAsync<string>(id));
    }

    [Fact]
    public async Task Of_several_waits_for_one_name_the_newest_gets_the_first_event()
    {
        await using var hub = await DurableHub.StartAsync(h => h.Orchestrator("Two", async context =>
        {
            var older = context.WaitForExternalEvent<string>("Go");
            var newer = context.WaitForExternalEvent<string>("Go");
            return $"newer {await newer}, older {await older}";
        }));
        var id = await hub.StartAsync("Two");
        await hub.RestAsync();
        await hub.Client.RaiseEventAsync(id, "Go", "1", DurableHub.Cancel);
        await hub.Client.RaiseEventAsync(id, "Go", "2", DurableHub.Cancel);

        Assert.Equal("newer 1, older 2", await hub.OutputAsync<string>(id));
    }

    [Fact]
    public async Task A_cancelled_wait_keeps_its_place_and_loses_the_event_that_comes_to_it()
    {
        await using var hub = await DurableHub.StartAsync(h => h.Orchestrator("GivesUp", async context =>
        {
            using var giveUp = new CancellationTokenSource();
            var abandoned = context.WaitForExternalEvent<string>("Go", giveUp.Token);
            giveUp.Cancel();
            await Assert.ThrowsAsync<TaskCanceledException>(() => abandoned);
            await context.WaitForExternalEvent<string>("Next");
            return await context.WaitForExternalEvent<string>("Go");
        }));
        var id = await hub.StartAsync("GivesUp");
        await hub.RestAsync();
        await hub.Client.RaiseEventAsync(id, "Go", "lost", DurableHub.Cancel);
        await hub.Client.RaiseEventAsync(id, "Next", "", DurableHub.Cancel);
        await hub.RestAsync();
        await hub.Client.RaiseEventAsync(id, "Go", "heard", DurableHub.Cancel);

        Assert.Equal("heard", await hub.OutputAsync<string>(id));
    }

    [Fact]
    public async Task A_wait_with_a_time_out_is_cancelled_when_the_time_is_over_and_not_before()
    {
        await using var hub = await DurableHub.StartAsync(h => h.Orchestrator("Impatient", async context =>
        {
            try
            {
                return await context.WaitForExternalEvent<string>("Go", TimeSpan.FromMinutes(5));
            }
            catch (TaskCanceledException)
            {
                return "time out";
            }
        }));
        var (tooLate, inTime) = (await hub.StartAsync("Impatient"), await hub.StartAsync("Impatient"));
        await hub.PassAsync(TimeSpan.FromMinutes(4));
        await hub.Client.RaiseEventAsync(inTime, "Go", "in time", DurableHub.Cancel);
        Assert.Equal("in time", await hub.OutputAsync<string>(inTime));
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await hub.AtRestAsync(tooLate)).RuntimeStatus);

        await hub.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("time out", await hub.OutputAsync<string>(tooLate));
    }

    [Fact]
    public async Task Waiting_for_one_name_with_two_types_at_once_is_refused()
    {
        await using var hub = await DurableHub.StartAsync(h => h.Orchestrator("Confused", context =>
        {
            _ = context.WaitForExternalEvent<string>("Go");
            return Task.FromResult<object?>(Assert.Throws<ArgumentException>(() => { _ = context.WaitForExternalEvent<int>("go"); }).ParamName);
        }));

        Assert.Null(await hub.OutputAsync<string>(await hub.StartAsync("Confused")));
    }

    [Fact]
    public async Task An_event_for_an_unknown_or_a_finished_instance_is_dropped_without_a_word()
    {
        await using var hub = await DurableHub.StartAsync(h => h.Orchestrator("Short", _ => Task.FromResult<object?>("done")));
        var id = await hub.StartAsync("Short");
        await hub.OutputAsync<string>(id);
        var before = (await hub.AtRestAsync(id)).LastUpdatedAt;

        await hub.Client.RaiseEventAsync("nobody", "Go", "?", DurableHub.Cancel);
        await hub.Client.RaiseEventAsync(id, "Go", "?", DurableHub.Cancel);

        Assert.Null(await hub.Client.GetInstanceAsync("nobody", DurableHub.Cancel));
        Assert.Equal(before, (await hub.AtRestAsync(id)).LastUpdatedAt);
    }

    [Fact]
    public async Task An_orchestrator_sends_events_to_another_one()
    {
        await using var hub = await DurableHub.StartAsync(h => h
            .Orchestrator("Three", TakeThree)
            .Orchestrator("Sender", context =>
            {
                foreach (var letter in "abc")
                {
                    context.SendEvent("receiver", "Letter", letter.ToString());
                }

                context.SendEvent("nobody", "Letter", "?");
                return Task.FromResult<object?>("sent");
            }));
        await hub.StartAsync("Three", null, "receiver");
        Assert.Equal("sent", await hub.OutputAsync<string>(await hub.StartAsync("Sender")));

        Assert.Equal("abc", await hub.OutputAsync<string>("receiver"));
    }
}
