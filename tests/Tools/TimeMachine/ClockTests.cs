using CxFunctions.LocalHost.Clock;
using DurableTask.Core;

namespace CxFunctions.Tests.Tools.TimeMachine;

public sealed class ClockTests
{
    [Theory]
    [InlineData(20_000)]
    [InlineData(1)]
    public async Task On_a_running_clock_no_timer_fires_before_its_time(double speed)
    {
        var clock = speed == 1 ? TimeProvider.System : new ScaledTimeProvider(speed, TestHub.Start);
        await using var hub = await new TestHub(clock)
            .Orchestrator<double, double>("Journey", async (context, milliseconds) =>
            {
                var due = context.CurrentUtcDateTime.AddMilliseconds(milliseconds);
                await context.CreateTimer(due, CancellationToken.None);
                return (context.CurrentUtcDateTime - due).TotalMilliseconds;
            })
            .RunAsync();
        var ids = await Task.WhenAll(Enumerable.Range(0, 60).Select(n => hub.BeginAsync("Journey", $"J{n}", (100 + (n * 7.3)) * speed)));
        foreach (var id in ids)
        {
            var ended = await hub.Client.WaitForOrchestrationAsync(id, null!, TimeSpan.FromSeconds(20), TestHub.Cancelled);
            var late = double.Parse(ended.Output, System.Globalization.CultureInfo.InvariantCulture);
            Assert.InRange(late, 0, 2_000 * speed);
        }
    }

    [Fact]
    public async Task A_start_that_is_scheduled_waits_for_its_time_and_keeps_the_events_that_come_before()
    {
        await using var hub = await new TestHub()
            .Orchestrator<string, string>("Journey", async (context, _) => $"{context.CurrentUtcDateTime:HH:mm} {await context.WaitForExternalEvent<string>("Answer")}")
            .RunAsync();
        var instance = await hub.Tasks.CreateScheduledOrchestrationInstanceAsync("Journey", "", "J1", "x", TestHub.Start.AddHours(3).UtcDateTime);
        await hub.RaiseAsync(instance.InstanceId, "Answer", "9");
        await hub.AdvanceAsync(TimeSpan.FromHours(2.9));
        Assert.Equal(OrchestrationStatus.Pending, await hub.StatusAsync("J1"));
        await hub.AdvanceAsync(TimeSpan.FromHours(0.1));
        Assert.Equal("\"12:00 9\"", (await hub.StateAsync("J1")).Output);
    }
}
