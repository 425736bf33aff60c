using DurableTask.Core;

namespace CxFunctions.Tests.Tools.TimeMachine;

public sealed class EventTests
{
    [Fact]
    public async Task Events_that_come_before_their_wait_are_kept_in_order_also_before_the_first_step()
    {
        var hub = new TestHub().Orchestrator<string, string>("Journey", async (context, _) =>
        {
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            return await context.WaitForExternalEvent<string>("answer") + await context.WaitForExternalEvent<string>("ANSWER");
        });
        await using var closing = hub;
        var id = await hub.BeginAsync("Journey", "J1");
        await hub.RaiseAsync(id, "Answer", "1");
        await hub.RunAsync();
        await hub.QuietAsync();
        await hub.RaiseAsync(id, "Answer", "2");
        await hub.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal("\"12\"", (await hub.StateAsync(id)).Output);
    }

    [Fact]
    public async Task The_newest_of_two_waiters_gets_the_first_event()
    {
        await using var hub = await new TestHub().Orchestrator<string, string>("Journey", async (context, _) =>
        {
            var older = context.WaitForExternalEvent<string>("Answer");
            var newer = context.WaitForExternalEvent<string>("Answer");
            return $"newer {await newer}, older {await older}";
        }).RunAsync();
        var id = await hub.BeginAsync("Journey", "J1");
        await hub.RaiseAsync(id, "Answer", "1");
        await hub.RaiseAsync(id, "Answer", "2");
        await hub.QuietAsync();
        Assert.Equal("\"newer 1, older 2\"", (await hub.StateAsync(id)).Output);
    }

    [Fact]
    public async Task A_waiter_that_was_cancelled_takes_no_event_from_a_later_one()
    {
        // So since the worker's release 1.28; in 1.25 the cancelled waiter stayed in line, and the event was lost.
        await using var hub = await new TestHub().Orchestrator<string, string>("Journey", async (context, _) =>
        {
            using var cancel = new CancellationTokenSource();
            var givenUp = context.WaitForExternalEvent<string>("Answer", cancel.Token);
            cancel.Cancel();
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            return $"{givenUp.IsCanceled} {await context.WaitForExternalEvent<string>("Answer")}";
        }).RunAsync();
        var id = await hub.BeginAsync("Journey", "J1");
        await hub.QuietAsync();
        await hub.RaiseAsync(id, "Answer", "kept");
        await hub.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal("\"True kept\"", (await hub.StateAsync(id)).Output);
    }

    [Fact]
    public async Task An_event_to_an_unknown_or_an_ended_instance_is_dropped()
    {
        await using var hub = await new TestHub()
            .Orchestrator<string, string>("Short", (_, _) => Task.FromResult("done"))
            .Orchestrator<string, string>("Waiting", (context, _) => context.WaitForExternalEvent<string>("Answer"))
            .RunAsync();
        await hub.RaiseAsync("J1", "Answer", "too early");
        var ended = await hub.BeginAsync("Short", "J0");
        await hub.QuietAsync();
        var begun = hub.Hub.Work.Begun;
        await hub.RaiseAsync(ended, "Answer", "too late");
        Assert.Equal(begun, hub.Hub.Work.Begun);

        await hub.BeginAsync("Waiting", "J1");
        await hub.QuietAsync();
        Assert.Equal(OrchestrationStatus.Running, await hub.StatusAsync("J1"));
        Assert.Equal("\"done\"", (await hub.StateAsync(ended)).Output);
    }

    [Fact]
    public async Task A_client_that_clears_the_execution_of_a_state_it_was_given_harms_nothing()
    {
        // The extension's RaiseEvent does so: the answers of activities would no longer be told from those of earlier generations.
        await using var hub = await new TestHub().Orchestrator<string, string>("Journey", (context, _) => context.WaitForExternalEvent<string>("Answer")).RunAsync();
        var id = await hub.BeginAsync("Journey", "J1");
        await hub.QuietAsync();
        var execution = (await hub.StateAsync(id)).OrchestrationInstance.ExecutionId;
        (await hub.StateAsync(id)).OrchestrationInstance.ExecutionId = null;
        Assert.NotNull(execution);
        Assert.Equal(execution, (await hub.StateAsync(id)).OrchestrationInstance.ExecutionId);
    }

    [Fact]
    public async Task One_orchestration_sends_another_an_event()
    {
        await using var hub = await new TestHub()
            .Orchestrator<string, string>("Sender", (context, _) =>
            {
                context.SendEvent("J1", "Answer", "from afar");
                return Task.FromResult("sent");
            })
            .Orchestrator<string, string>("Waiting", (context, _) => context.WaitForExternalEvent<string>("Answer"))
            .RunAsync();
        await hub.BeginAsync("Waiting", "J1");
        await hub.BeginAsync("Sender", "J2");
        await hub.QuietAsync();
        Assert.Equal("\"from afar\"", (await hub.StateAsync("J1")).Output);
    }
}
