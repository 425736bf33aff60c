using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CxFunctions.Tests.Contract.Durable;

public class ControlTests
{
    private static void Waits(DurableHub hub) => hub.Orchestrator("Waits", async context => await context.WaitForExternalEvent<string>("Go"));

    [Fact]
    public async Task A_suspended_instance_keeps_what_comes_and_goes_on_when_resumed()
    {
        await using var hub = await DurableHub.StartAsync(h => h.Orchestrator("Waits", async context =>
        {
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            return await context.WaitForExternalEvent<string>("Go") + await context.WaitForExternalEvent<string>("Go");
        }));
        var id = await hub.StartAsync("Waits");
        await hub.RestAsync();
        await hub.Client.SuspendInstanceAsync(id, "pause", DurableHub.Cancel);
        await hub.Client.RaiseEventAsync(id, "Go", "a", DurableHub.Cancel);
        await hub.PassAsync(TimeSpan.FromHours(2));
        await hub.Client.RaiseEventAsync(id, "Go", "b", DurableHub.Cancel);
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await hub.AtRestAsync(id)).RuntimeStatus);

        await hub.KillAndBeginAgainAsync();
        await hub.Client.ResumeInstanceAsync(id, "go on", DurableHub.Cancel);
        Assert.Equal("ab", await hub.OutputAsync<string>(id));
    }

    [Fact]
    public async Task A_terminated_instance_has_the_reason_as_output_and_hears_nothing_more()
    {
        await using var hub = await DurableHub.StartAsync(Waits);
        var id = await hub.StartAsync("Waits");
        await hub.RestAsync();
        await hub.Client.TerminateInstanceAsync(id, "not needed", DurableHub.Cancel);
        await hub.Client.RaiseEventAsync(id, "Go", "late", DurableHub.Cancel);
        var metadata = await hub.AtRestAsync(id);

        Assert.Equal((OrchestrationRuntimeStatus.Terminated, "not needed"), (metadata.RuntimeStatus, metadata.ReadOutputAs<string>()));
        await hub.Client.TerminateInstanceAsync("nobody", "nothing happens", DurableHub.Cancel);
    }

    [Theory]
    [InlineData(true, OrchestrationRuntimeStatus.Terminated)]
    [InlineData(false, OrchestrationRuntimeStatus.Running)]
    public async Task Sub_orchestrations_are_terminated_only_where_asked(bool recursive, OrchestrationRuntimeStatus expected)
    {
        await using var hub = await DurableHub.StartAsync(Waits, h => h.Orchestrator("Parent", async context =>
            await context.CallSubOrchestratorAsync<string>("Waits", null, new SubOrchestrationOptions(instanceId: "child"))));
        var id = await hub.StartAsync("Parent");
        await hub.RestAsync();
        await hub.Client.TerminateInstanceAsync(id, new TerminateInstanceOptions("stop", recursive), DurableHub.Cancel);

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await hub.AtRestAsync(id)).RuntimeStatus);
        Assert.Equal(expected, (await hub.AtRestAsync("child")).RuntimeStatus);
    }

    [Fact]
    public async Task Purging_forgets_a_finished_instance_and_leaves_a_running_one()
    {
        await using var hub = await DurableHub.StartAsync(Waits);
        var (done, running) = (await hub.StartAsync("Waits"), await hub.StartAsync("Waits"));
        await hub.Client.RaiseEventAsync(done, "Go", "x", DurableHub.Cancel);
        await hub.RestAsync();

        Assert.Equal(1, (await hub.Client.PurgeInstanceAsync(done, DurableHub.Cancel)).PurgedInstanceCount);
        Assert.Equal(0, (await hub.Client.PurgeInstanceAsync(running, DurableHub.Cancel)).PurgedInstanceCount);
        Assert.Equal(0, (await hub.Client.PurgeInstanceAsync("nobody", DurableHub.Cancel)).PurgedInstanceCount);
        Assert.Null(await hub.Client.GetInstanceAsync(done, DurableHub.Cancel));
        Assert.NotNull(await hub.Client.GetInstanceAsync(running, DurableHub.Cancel));
    }

    [Fact]
    public async Task Purging_by_filter_takes_state_and_time_into_account()
    {
        await using var hub = await DurableHub.StartAsync(Waits);
        var old = await hub.StartAsync("Waits");
        await hub.Client.TerminateInstanceAsync(old, "x", DurableHub.Cancel);
        await hub.PassAsync(TimeSpan.FromDays(2));
        var young = await hub.StartAsync("Waits");
        await hub.Client.TerminateInstanceAsync(young, "x", DurableHub.Cancel);
        await hub.RestAsync();
        var filter = new PurgeInstancesFilter(CreatedTo: hub.Clock.GetUtcNow().AddDays(-1), Statuses: [OrchestrationRuntimeStatus.Terminated]);

        Assert.Equal(1, (await hub.Client.PurgeAllInstancesAsync(filter, DurableHub.Cancel)).PurgedInstanceCount);
        Assert.Null(await hub.Client.GetInstanceAsync(old, DurableHub.Cancel));
        Assert.NotNull(await hub.Client.GetInstanceAsync(young, DurableHub.Cancel));
    }

    [Fact]
    public async Task Instances_are_found_by_state_time_and_prefix_page_by_page()
    {
        await using var hub = await DurableHub.StartAsync(Waits);
        for (var number = 0; number < 12; number++)
        {
            await hub.StartAsync("Waits", null, $"{(number % 2 == 0 ? "even" : "odd's")}-{number}");
        }

        await hub.Client.TerminateInstanceAsync("even-4", "x", DurableHub.Cancel);
        await hub.PassAsync(TimeSpan.FromHours(1));
        await hub.StartAsync("Waits", null, "even-late");
        await hub.RestAsync();

        async Task<string[]> FindAsync(OrchestrationQuery query) =>
            [.. (await hub.Client.GetAllInstancesAsync(query).ToArrayAsync(cancellationToken: DurableHub.Cancel)).Select(found => found.InstanceId).Order(StringComparer.Ordinal)];
        Assert.Equal(13, (await FindAsync(new())).Length);
        Assert.Equal(7, (await FindAsync(new(InstanceIdPrefix: "even"))).Length);
        Assert.Equal(6, (await FindAsync(new(InstanceIdPrefix: "odd's-"))).Length);
        Assert.Equal(["even-4"], await FindAsync(new(Statuses: [OrchestrationRuntimeStatus.Terminated])));
        Assert.Equal(["even-late"], await FindAsync(new(CreatedFrom: hub.Clock.GetUtcNow().AddMinutes(-1))));
        Assert.Empty(await FindAsync(new(TaskHubNames: ["elsewhere"])));

        List<int> sizes = [];
        List<string> all = [];
        await foreach (var page in hub.Client.GetAllInstancesAsync(new(PageSize: 5)).AsPages().WithCancellation(DurableHub.Cancel))
        {
            sizes.Add(page.Values.Count);
            all.AddRange(page.Values.Select(found => found.InstanceId));
        }

        Assert.Equal([5, 5, 3], sizes);
        Assert.Equal(13, all.Distinct().Count());
    }

    [Fact]
    public async Task A_fixed_id_is_not_started_twice_while_it_runs_and_may_begin_again_when_it_is_over()
    {
        await using var hub = await DurableHub.StartAsync(Waits);
        OrchestrationRuntimeStatus[] live = [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running];
        Task<string> Start(params OrchestrationRuntimeStatus[] states) => hub.Client.ScheduleNewOrchestrationInstanceAsync(
            "Waits", null, new StartOrchestrationOptions("fixed").WithDedupeStatuses(states), DurableHub.Cancel);
        await Start(live);
        await hub.RestAsync();

        var refused = await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => Start(live));
        Assert.Equal("An orchestration with id 'fixed' already exists. It's in the Running state.", refused.Message);
        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => hub.StartAsync("Waits", null, "fixed"));

        await hub.Client.RaiseEventAsync("fixed", "Go", "first", DurableHub.Cancel);
        Assert.Equal("first", await hub.OutputAsync<string>("fixed"));
        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => Start([.. live, OrchestrationRuntimeStatus.Completed]));
        await Start(live);
        await hub.Client.RaiseEventAsync("fixed", "Go", "second", DurableHub.Cancel);
        Assert.Equal("second", await hub.OutputAsync<string>("fixed"));
    }

    [Fact]
    public async Task With_AnyState_a_start_replaces_a_running_instance()
    {
        await using var hub = await DurableHub.StartAsync(Waits, h => h.Options.OverridableExistingInstanceStates = "AnyState");
        await hub.StartAsync("Waits", null, "fixed");
        await hub.RestAsync();
        await hub.Client.RaiseEventAsync("fixed", "Other", "of the first", DurableHub.Cancel);
        await hub.StartAsync("Waits", null, "fixed");
        await hub.Client.RaiseEventAsync("fixed", "Go", "heard", DurableHub.Cancel);

        Assert.Equal("heard", await hub.OutputAsync<string>("fixed"));
    }

    [Fact]
    public async Task A_finished_instance_can_be_restarted_with_its_input()
    {
        await using var hub = await DurableHub.StartAsync(h => h.Orchestrator("Echo", context => Task.FromResult<object?>(context.GetInput<string>())));
        var id = await hub.StartAsync("Echo", "again");
        await hub.OutputAsync<string>(id);
        var other = await hub.Client.RestartAsync(id, restartWithNewInstanceId: true, DurableHub.Cancel);

        Assert.NotEqual(id, other);
        Assert.Equal("again", await hub.OutputAsync<string>(other));
    }

    [Fact]
    public async Task The_custom_status_is_what_the_code_set_last()
    {
        await using var hub = await DurableHub.StartAsync(h => h.Orchestrator("Talks", async context =>
        {
            context.SetCustomStatus(new { Step = 1 });
            await context.WaitForExternalEvent<string>("Go");
            context.SetCustomStatus("two");
            await context.WaitForExternalEvent<string>("Go");
            context.SetCustomStatus(null);
            return null;
        }));
        var id = await hub.StartAsync("Talks");
        Assert.Equal("{\"Step\":1}", (await hub.AtRestAsync(id)).SerializedCustomStatus);
        await hub.Client.RaiseEventAsync(id, "Go", null, DurableHub.Cancel);
        Assert.Equal("two", (await hub.AtRestAsync(id)).ReadCustomStatusAs<string>());
        await hub.Client.RaiseEventAsync(id, "Go", null, DurableHub.Cancel);
        Assert.Null((await hub.AtRestAsync(id)).SerializedCustomStatus);
    }

    [Fact]
    public async Task A_version_given_at_the_start_is_seen_inside_and_chooses_the_code()
    {
        await using var hub = await DurableHub.StartAsync(h => h
            .Orchestrator("Versioned", context => Task.FromResult<object?>($"one, {context.Version}, {context.CompareVersionTo("1.5")}"), "1.0")
            .Orchestrator("Versioned", context => Task.FromResult<object?>($"two, {context.Version}, {context.CompareVersionTo("1.5")}"), "2.0"));
        async Task<string?> RunAsync(string version) => await hub.OutputAsync<string>(await hub.Client.ScheduleNewOrchestrationInstanceAsync(
            "Versioned", null, new StartOrchestrationOptions { Version = new TaskVersion(version) }, DurableHub.Cancel));

        Assert.Equal("one, 1.0, -1", await RunAsync("1.0"));
        Assert.Equal("two, 2.0, 1", await RunAsync("2.0"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("@entity")]
    [InlineData("a/b")]
    [InlineData("a?b")]
    public async Task An_id_that_storage_could_not_hold_is_refused(string id)
    {
        await using var hub = await DurableHub.StartAsync(Waits);
        await Assert.ThrowsAsync<ArgumentException>(() => hub.StartAsync("Waits", null, id));
    }
}
