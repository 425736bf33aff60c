using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CxFunctions.Tests.Contract.Durable;

public class SubOrchestrationTests
{
    [Fact]
    public async Task A_sub_orchestration_with_an_id_runs_under_it_and_knows_its_parent()
    {
        await using var hub = await DurableHub.StartAsync(h => h
            .Orchestrator("Parent", async context => await context.CallSubOrchestratorAsync<string>("Child", "in", new SubOrchestrationOptions(instanceId: "child-1")))
            .Orchestrator("Child", context => Task.FromResult<object?>($"{context.InstanceId} of {context.Parent!.Name} {context.Parent.InstanceId} got {context.GetInput<string>()}")));

        Assert.Equal("child-1 of Parent parent-1 got in", await hub.OutputAsync<string>(await hub.StartAsync("Parent", null, "parent-1")));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await hub.AtRestAsync("child-1")).RuntimeStatus);
    }

    [Fact]
    public async Task Without_an_id_it_gets_the_next_guid_of_its_parent()
    {
        await using var hub = await DurableHub.StartAsync(h => h
            .Orchestrator("Parent", async context => (string?[])[context.NewGuid().ToString("N"), await context.CallSubOrchestratorAsync<string>("Child"), context.NewGuid().ToString("N")])
            .Orchestrator("Child", context => Task.FromResult<object?>(context.InstanceId)));
        var ids = await hub.OutputAsync<string?[]>(await hub.StartAsync("Parent"));

        Assert.Equal(3, ids!.Distinct().Count());
        Assert.Equal('5', ids![1]![12]);
    }

    [Fact]
    public async Task Many_sub_orchestrations_come_together()
    {
        await using var hub = await DurableHub.StartAsync(h => h
            .Orchestrator("Parent", async context => (await Task.WhenAll(Enumerable.Range(1, 40).Select(n => context.CallSubOrchestratorAsync<int>("Child", n)))).Sum())
            .Orchestrator("Child", async context => await context.CallActivityAsync<int>("Same", context.GetInput<int>()))
            .Activity<int>("Same", number => number));

        Assert.Equal(820, await hub.OutputAsync<int>(await hub.StartAsync("Parent")));
    }

    [Fact]
    public async Task A_failing_one_fails_its_call_with_its_own_details()
    {
        await using var hub = await DurableHub.StartAsync(h => h
            .Orchestrator("Parent", async context =>
            {
                var failed = await Assert.ThrowsAsync<TaskFailedException>(() => context.CallSubOrchestratorAsync("Child"));
                return $"{failed.TaskName}: {failed.FailureDetails}";
            })
            .Orchestrator("Child", _ => throw new InvalidOperationException("no")));

        Assert.Equal("Child: System.InvalidOperationException: no", await hub.OutputAsync<string>(await hub.StartAsync("Parent")));
    }

    [Fact]
    public async Task One_that_is_terminated_fails_its_call_and_says_so()
    {
        await using var hub = await DurableHub.StartAsync(h => h
            .Orchestrator("Parent", async context => await context.CallSubOrchestratorAsync<string>("Child", null, new SubOrchestrationOptions(instanceId: "child")))
            .Orchestrator("Child", async context => await context.WaitForExternalEvent<string>("Never")));
        var id = await hub.StartAsync("Parent");
        await hub.RestAsync();
        await hub.Client.TerminateInstanceAsync("child", "enough", DurableHub.Cancel);
        var parent = await hub.AtRestAsync(id);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, parent.RuntimeStatus);
        Assert.Contains("terminated", parent.FailureDetails!.InnerFailure!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_that_is_running_already_fails_the_call()
    {
        await using var hub = await DurableHub.StartAsync(h => h
            .Orchestrator("Parent", async context => await context.CallSubOrchestratorAsync<string>("Child", null, new SubOrchestrationOptions(instanceId: "taken")))
            .Orchestrator("Child", async context => await context.WaitForExternalEvent<string>("Never")));
        await hub.StartAsync("Child", null, "taken");
        var parent = await hub.AtRestAsync(await hub.StartAsync("Parent"));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, parent.RuntimeStatus);
        Assert.Contains("already exists", parent.FailureDetails!.InnerFailure!.ErrorMessage, StringComparison.Ordinal);
    }
}
