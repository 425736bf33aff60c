using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CxFunctions.Tests.Contract.Durable;

public class FailureTests
{
    private static object? Boom(string? message) => throw new InvalidOperationException(message, new TimeoutException("inner"));

    [Fact]
    public async Task A_failed_activity_is_a_TaskFailedException_with_type_message_stack_and_inner_chain()
    {
        await using var hub = await DurableHub.StartAsync(h => h
            .Orchestrator("Catcher", async context =>
            {
                var failed = await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync("Boom", "no luck"));
                Assert.Equal("Task 'Boom' (#0) failed with an unhandled exception: no luck", failed.Message);
                Assert.Equal(("Boom", 0), (failed.TaskName, failed.TaskId));
                Assert.Equal("System.InvalidOperationException", failed.FailureDetails.ErrorType);
                Assert.Contains(nameof(Boom), failed.FailureDetails.StackTrace);
                Assert.Equal("System.TimeoutException", failed.FailureDetails.InnerFailure!.ErrorType);
                Assert.True(failed.FailureDetails.IsCausedBy<InvalidOperationException>());
                Assert.True(failed.FailureDetails.IsCausedBy<SystemException>());
                Assert.False(failed.FailureDetails.IsCausedBy<TimeoutException>());
                return "caught";
            })
            .Activity<string>("Boom", Boom));

        Assert.Equal("caught", await hub.OutputAsync<string>(await hub.StartAsync("Catcher")));
    }

    [Fact]
    public async Task Each_uncaught_level_adds_one_layer()
    {
        await using var hub = await DurableHub.StartAsync(h => h
            .Orchestrator("Top", async context => await context.CallSubOrchestratorAsync<string>("Middle"))
            .Orchestrator("Middle", async context => await context.CallActivityAsync<string>("Boom", "deep"))
            .Activity<string>("Boom", Boom));
        var details = (await hub.AtRestAsync(await hub.StartAsync("Top"))).FailureDetails!;

        Assert.Equal("Microsoft.DurableTask.TaskFailedException", details.ErrorType);
        Assert.StartsWith("Task 'Middle' (#0) failed", details.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal("Microsoft.DurableTask.TaskFailedException", details.InnerFailure!.ErrorType);
        Assert.Equal(("System.InvalidOperationException", "deep"), (details.InnerFailure.InnerFailure!.ErrorType, details.InnerFailure.InnerFailure.ErrorMessage));
    }

    [Fact]
    public async Task An_unhandled_exception_ends_the_instance_as_failed_with_details()
    {
        await using var hub = await DurableHub.StartAsync(h => h.Orchestrator("Broken", _ => throw new ArgumentException("bad")));
        var metadata = await hub.AtRestAsync(await hub.StartAsync("Broken"));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, metadata.RuntimeStatus);
        Assert.Equal(("System.ArgumentException", "bad"), (metadata.FailureDetails!.ErrorType, metadata.FailureDetails.ErrorMessage));
        Assert.Null(metadata.SerializedOutput);
    }

    [Fact]
    public async Task WhenAll_throws_the_first_failure_and_holds_all()
    {
        await using var hub = await DurableHub.StartAsync(h => h
            .Orchestrator("All", async context =>
            {
                var all = Task.WhenAll(context.CallActivityAsync<string>("Boom", "one"), context.CallActivityAsync<string>("Boom", "two"));
                var first = await Assert.ThrowsAsync<TaskFailedException>(() => all);
                return $"{first.FailureDetails.ErrorMessage} of {all.Exception!.InnerExceptions.Count}";
            })
            .Activity<string>("Boom", Boom));

        Assert.Equal("one of 2", await hub.OutputAsync<string>(await hub.StartAsync("All")));
    }

    [Fact]
    public async Task A_missing_activity_fails_its_call_and_is_not_tried_again()
    {
        await using var hub = await DurableHub.StartAsync(h => h.Orchestrator("Caller", async context =>
        {
            var retry = TaskOptions.FromRetryPolicy(new RetryPolicy(5, TimeSpan.FromHours(1)));
            var failed = await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync("Nowhere", null, retry));
            return failed.FailureDetails.ErrorType;
        }));

        Assert.Equal("ActivityTaskNotFound", await hub.OutputAsync<string>(await hub.StartAsync("Caller")));
    }

    [Fact]
    public async Task A_missing_orchestrator_fails_its_instance()
    {
        await using var hub = await DurableHub.StartAsync();
        var metadata = await hub.AtRestAsync(await hub.StartAsync("Nowhere"));

        Assert.Equal((OrchestrationRuntimeStatus.Failed, "OrchestratorTaskNotFound"), (metadata.RuntimeStatus, metadata.FailureDetails?.ErrorType));
    }
}
