using DurableTask.Core;
using DurableTask.Core.Exceptions;

namespace CxFunctions.Tests.Tools.TimeMachine;

public sealed class LifeTests
{
    private static TestHub Waiting() => new TestHub()
        .Orchestrator<string, string>("Waiting", async (context, input) => input + await context.WaitForExternalEvent<string>("End"))
        .Orchestrator<string, string>("Failing", (_, _) => throw new InvalidOperationException("no"));

    [Fact]
    public async Task A_taken_id_is_refused_in_the_named_statuses_and_free_in_others()
    {
        await using var hub = Waiting();
        await hub.BeginAsync("Waiting", "J1", "first");
        await Refused("Pending", [OrchestrationStatus.Pending, OrchestrationStatus.Running]);
        await hub.RunAsync();
        await hub.QuietAsync();
        await Refused("Running", [OrchestrationStatus.Pending, OrchestrationStatus.Running]);
        await Refused("Running", null);

        await hub.RaiseAsync("J1", "End", "");
        await hub.QuietAsync();
        await Refused("Completed", [OrchestrationStatus.Completed]);
        await hub.BeginAsync("Waiting", "J1", "second", [OrchestrationStatus.Pending, OrchestrationStatus.Running]);
        await hub.RaiseAsync("J1", "End", "");
        await hub.QuietAsync();
        Assert.Equal("\"second\"", (await hub.StateAsync("J1")).Output);

        async Task Refused(string status, OrchestrationStatus[]? dedupe)
        {
            var refused = await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => hub.BeginAsync("Waiting", "J1", "other", dedupe));
            Assert.Equal($"An orchestration with id 'J1' already exists. It's in the {status} state.", refused.Message);
        }
    }

    [Fact]
    public async Task A_terminated_instance_has_the_raw_reason_as_output_and_takes_no_more_events()
    {
        await using var hub = await Waiting().RunAsync();
        await hub.BeginAsync("Waiting", "J1");
        await hub.QuietAsync();
        await hub.TerminateAsync("J1", "had enough");
        await hub.TerminateAsync("nobody", "had enough");
        await hub.RaiseAsync("J1", "End", "late");
        await hub.QuietAsync();
        var state = await hub.StateAsync("J1");
        Assert.Equal((OrchestrationStatus.Terminated, "had enough"), (state.OrchestrationStatus, state.Output));
        Assert.Null(await hub.StatusAsync("nobody"));
    }

    [Fact]
    public async Task A_suspended_instance_takes_events_and_goes_on_when_it_is_resumed()
    {
        await using var hub = await Waiting().RunAsync();
        var instance = new OrchestrationInstance { InstanceId = await hub.BeginAsync("Waiting", "J1", "x") };
        await hub.QuietAsync();
        await hub.Tasks.SuspendInstanceAsync(instance, "wait");
        await hub.RaiseAsync("J1", "End", "y");
        await hub.QuietAsync();
        Assert.Equal(OrchestrationStatus.Suspended, await hub.StatusAsync("J1"));
        await hub.Tasks.ResumeInstanceAsync(instance, "go on");
        await hub.QuietAsync();
        Assert.Equal("\"xy\"", (await hub.StateAsync("J1")).Output);
    }

    [Fact]
    public async Task A_failure_is_kept_with_its_type_and_message()
    {
        await using var hub = await Waiting().RunAsync();
        await hub.BeginAsync("Failing", "J1");
        await hub.QuietAsync();
        var state = await hub.StateAsync("J1");
        Assert.Equal(OrchestrationStatus.Failed, state.OrchestrationStatus);
        Assert.Equal(("System.InvalidOperationException", "no"), (state.FailureDetails.ErrorType, state.FailureDetails.ErrorMessage));
    }

    [Fact]
    public async Task Purging_forgets_by_id_and_by_filter_what_has_ended()
    {
        await using var hub = await Waiting().RunAsync();
        foreach (var id in new[] { "A", "B", "C" })
        {
            await hub.BeginAsync("Waiting", id);
            await hub.QuietAsync();
            await hub.AdvanceAsync(TimeSpan.FromHours(1));
        }
        await hub.BeginAsync("Failing", "D");
        await hub.RaiseAsync("A", "End", "");
        await hub.RaiseAsync("B", "End", "");
        await hub.QuietAsync();

        var failed = new PurgeInstanceFilter(default, null, [OrchestrationStatus.Failed]);
        Assert.Equal(1, (await hub.Client.PurgeInstanceStateAsync(failed)).DeletedInstanceCount);
        Assert.Null(await hub.StatusAsync("D"));
        // B began an hour after the start, C still waits.
        var sinceNoon = new PurgeInstanceFilter(TestHub.Start.AddMinutes(30).UtcDateTime, null, null);
        Assert.Equal(1, (await hub.Client.PurgeInstanceStateAsync(sinceNoon)).DeletedInstanceCount);
        Assert.Equal((OrchestrationStatus.Completed, null, OrchestrationStatus.Running), (await hub.StatusAsync("A"), await hub.StatusAsync("B"), await hub.StatusAsync("C")));
        Assert.Equal(1, (await hub.Client.PurgeInstanceStateAsync("A")).DeletedInstanceCount);
        Assert.Equal(0, (await hub.Client.PurgeInstanceStateAsync("A")).DeletedInstanceCount);
        Assert.Null(await hub.StatusAsync("A"));
    }

    [Fact]
    public async Task Name_version_and_tags_of_the_start_are_kept()
    {
        await using var hub = new TestHub();
        await hub.Tasks.CreateOrchestrationInstanceAsync("Journey", "2.1", "J1", "in", new Dictionary<string, string> { ["program"] = "retail" });
        var state = await hub.StateAsync("J1");
        Assert.Equal(("Journey", "2.1", "retail", "\"in\""), (state.Name, state.Version, state.Tags["program"], state.Input));
    }
}
