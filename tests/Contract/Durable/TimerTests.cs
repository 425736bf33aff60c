using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CxFunctions.Tests.Contract.Durable;

public class TimerTests
{
    [Fact]
    public async Task A_timer_ends_at_its_time_and_not_before()
    {
        await using var hub = await DurableHub.StartAsync(h => h.Orchestrator("Sleep", async context =>
        {
            var began = context.CurrentUtcDateTime;
            await context.CreateTimer(began.AddHours(48), CancellationToken.None);
            return (context.CurrentUtcDateTime - began).TotalHours;
        }));
        var id = await hub.StartAsync("Sleep");
        await hub.PassAsync(TimeSpan.FromHours(48) - TimeSpan.FromTicks(1));
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await hub.AtRestAsync(id)).RuntimeStatus);

        await hub.PassAsync(TimeSpan.FromTicks(1));
        Assert.Equal(48, await hub.OutputAsync<double>(id));
    }

    [Fact]
    public async Task A_timer_of_the_past_ends_at_once()
    {
        await using var hub = await DurableHub.StartAsync(h => h.Orchestrator("Yesterday", async context =>
        {
            await context.CreateTimer(context.CurrentUtcDateTime.AddDays(-1), CancellationToken.None);
            return "over";
        }));

        Assert.Equal("over", await hub.OutputAsync<string>(await hub.StartAsync("Yesterday")));
    }

    [Fact]
    public async Task A_timer_may_be_longer_than_any_timer_of_the_system()
    {
        await using var hub = await DurableHub.StartAsync(h => h.Orchestrator("Year", async context =>
        {
            await context.CreateTimer(TimeSpan.FromDays(365), CancellationToken.None);
            return "a year later";
        }));
        var id = await hub.StartAsync("Year");
        await hub.PassAsync(TimeSpan.FromDays(364));
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await hub.AtRestAsync(id)).RuntimeStatus);

        await hub.PassAsync(TimeSpan.FromDays(1));
        Assert.Equal("a year later", await hub.OutputAsync<string>(id));
    }

    [Fact]
    public async Task Awaiting_a_cancelled_timer_throws_and_the_timer_holds_nothing_up()
    {
        await using var hub = await DurableHub.StartAsync(h => h.Orchestrator("Loser", async context =>
        {
            using var lost = new CancellationTokenSource();
            var timer = context.CreateTimer(TimeSpan.FromDays(30), lost.Token);
            lost.Cancel();
            await Assert.ThrowsAsync<TaskCanceledException>(() => timer);
            return "went on";
        }));

        Assert.Equal("went on", await hub.OutputAsync<string>(await hub.StartAsync("Loser")));
        Assert.Equal(0, hub.Engine.Inspect.WaitingForTime);
    }

    [Fact]
    public async Task An_orchestrator_that_returned_stays_running_until_its_open_timer_is_over()
    {
        await using var hub = await DurableHub.StartAsync(h => h.Orchestrator("Forgetful", context =>
        {
            _ = context.CreateTimer(TimeSpan.FromHours(2), CancellationToken.None);
            return Task.FromResult<object?>("returned");
        }));
        var id = await hub.StartAsync("Forgetful");
        await hub.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await hub.AtRestAsync(id)).RuntimeStatus);

        await hub.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal("returned", await hub.OutputAsync<string>(id));
    }

    [Fact]
    public async Task Of_event_and_timer_the_first_wins_and_the_other_is_given_up()
    {
        await using var hub = await DurableHub.StartAsync(h => h.Orchestrator("Race", async context =>
        {
            using var stop = new CancellationTokenSource();
            var timer = context.CreateTimer(TimeSpan.FromHours(24), stop.Token);
            var answer = context.WaitForExternalEvent<int>("Answer");
            if (await Task.WhenAny(timer, answer) == timer)
            {
                return "reminded";
            }

            stop.Cancel();
            return $"answered {await answer}";
        }));
        var (quick, slow) = (await hub.StartAsync("Race"), await hub.StartAsync("Race"));
        await hub.PassAsync(TimeSpan.FromHours(23));
        await hub.Client.RaiseEventAsync(quick, "Answer", 9, DurableHub.Cancel);
        Assert.Equal("answered 9", await hub.OutputAsync<string>(quick));

        await hub.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal("reminded", await hub.OutputAsync<string>(slow));
    }
}
