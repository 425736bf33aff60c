using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using static Microsoft.DurableTask.Client.OrchestrationRuntimeStatus;

namespace CxFunctions.Tests.Contract.Durable;

/// <summary>Starting an id that exists, in each of its states, under each way to ask.</summary>
public class FixedIdTests
{
    private const string Id = "fixed";

    [Theory]
    [InlineData(Running)]
    [InlineData(Suspended)]
    [InlineData(Completed)]
    [InlineData(Failed)]
    [InlineData(Terminated)]
    public async Task Exactly_the_states_that_were_given_refuse_a_second_start(OrchestrationRuntimeStatus state)
    {
        await using var hub = await HubAsync();
        await BringToAsync(hub, state);
        var others = Enum.GetValues<OrchestrationRuntimeStatus>().Where(other => other != state && Allowed(other)).ToArray();

        var refused = await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => StartAsync(hub, state));
        Assert.Contains($"It's in the {state} state.", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => StartAsync(hub, [state, .. others]));
        Assert.Equal(state, (await hub.AtRestAsync(Id)).RuntimeStatus);

        await StartAsync(hub, others);
        await hub.RestAsync();
        await hub.Client.RaiseEventAsync(Id, "Go", "anew", DurableHub.Cancel);
        Assert.Equal("anew", await hub.OutputAsync<string>(Id));
    }

    [Fact]
    public async Task A_start_that_is_pending_refuses_another()
    {
        await using var hub = await HubAsync();
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waits", null, new StartOrchestrationOptions(Id, hub.Clock.GetUtcNow().AddHours(1)), DurableHub.Cancel);

        var refused = await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => StartAsync(hub, Pending));
        Assert.Contains("Pending", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_starts_at_once_one_begins_and_all_others_are_refused()
    {
        await using var hub = await HubAsync();
        var starts = Enumerable.Range(0, 40).Select(_ => Task.Run(() => StartAsync(hub, Pending, Running))).ToArray();
        await Task.WhenAll(starts).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.Equal(1, starts.Count(start => start.IsCompletedSuccessfully));
        Assert.All(starts.Where(start => start.IsFaulted), start => Assert.IsType<OrchestrationAlreadyExistsException>(start.Exception!.InnerException));
    }

    private static Task<DurableHub> HubAsync() => DurableHub.StartAsync(h => h.Orchestrator("Waits", async context =>
        await context.WaitForExternalEvent<string>("Go") is var word && word == "fail" ? throw new InvalidOperationException(word) : word));

    private static Task<string> StartAsync(DurableHub hub, params OrchestrationRuntimeStatus[] refusing) => hub.Client.ScheduleNewOrchestrationInstanceAsync(
        "Waits", null, new StartOrchestrationOptions(Id).WithDedupeStatuses(refusing), DurableHub.Cancel);

    private static async Task BringToAsync(DurableHub hub, OrchestrationRuntimeStatus state)
    {
        await StartAsync(hub);
        await hub.RestAsync();
        await (state switch
        {
            Suspended => hub.Client.SuspendInstanceAsync(Id, "wait", DurableHub.Cancel),
            Terminated => hub.Client.TerminateInstanceAsync(Id, "over", DurableHub.Cancel),
            Completed => hub.Client.RaiseEventAsync(Id, "Go", "well", DurableHub.Cancel),
            Failed => hub.Client.RaiseEventAsync(Id, "Go", "fail", DurableHub.Cancel),
            _ => Task.CompletedTask,
        });
        Assert.Equal(state, (await hub.AtRestAsync(Id)).RuntimeStatus);
    }

    // The two others are never reached: an instance that continues as new is Running, and nothing cancels one.
    private static bool Allowed(OrchestrationRuntimeStatus state) => state is Pending or Running or Suspended or Completed or Failed or Terminated;
}
