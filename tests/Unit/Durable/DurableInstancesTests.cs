using CxFunctions.Foundation.Durable;
using DurableTask.Core.Exceptions;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CxFunctions.Tests.Unit.Durable;

/// <summary>What the client of the official host answers, and what the callers hear of it. Which status an engine uses is its own affair; some say nothing at all.</summary>
public class DurableInstancesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StatusCode.NotFound)]
    [InlineData(StatusCode.FailedPrecondition)]
    public async Task Telling_nobody_is_no_failure(StatusCode answer)
    {
        await using var client = new Answering(new RpcException(new Status(answer, "not there")));
        Assert.False(await client.TellAsync("case-1", "case-changed", null, Stop));
    }

    [Fact]
    public async Task An_engine_out_of_reach_is_one()
    {
        await using var client = new Answering(new RpcException(new Status(StatusCode.Unavailable, "away")));
        await Assert.ThrowsAsync<RpcException>(() => client.TellAsync("case-1", "case-changed", null, Stop));
        await Assert.ThrowsAsync<RpcException>(() => client.StartOnceAsync("SurveyJourney", "journey-1", new object(), Stop));
    }

    public static TheoryData<Exception> ThereAlready => [new RpcException(new Status(StatusCode.AlreadyExists, "")), new OrchestrationAlreadyExistsException("")];

    [Theory]
    [MemberData(nameof(ThereAlready), DisableDiscoveryEnumeration = true)]
    public async Task Who_comes_second_starts_nothing(Exception answer)
    {
        await using var client = new Answering(answer);
        Assert.False(await client.StartOnceAsync("SurveyJourney", "journey-1", new object(), Stop));
    }

    [Fact]
    public async Task A_start_asks_that_no_state_of_an_earlier_one_be_started_over_and_waits_as_a_timer_does()
    {
        await using var client = new Answering(null);
        var at = new DateTimeOffset(2026, 11, 23, 15, 0, 0, TimeSpan.Zero);
        Assert.True(await client.StartOnceAsync("SurveyJourney", "journey-1", new object(), Stop, at));
        Assert.Equal(("journey-1", at + DurableTimers.Earliness), (client.Asked!.InstanceId, client.Asked.StartAt));
        Assert.Equal(StartOrchestrationOptionsExtensions.ValidDedupeStatuses.Select(s => $"{s}").Order(), client.Asked.DedupeStatuses!.Order());
    }

    private sealed class Answering(Exception? answer) : DurableTaskClient("test")
    {
        public StartOrchestrationOptions? Asked { get; private set; }

        public override Task<string> ScheduleNewOrchestrationInstanceAsync(
            TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
        {
            Asked = options;
            return answer is null ? Task.FromResult(options!.InstanceId!) : Task.FromException<string>(answer);
        }

        public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default) =>
            answer is null ? Task.CompletedTask : Task.FromException(answer);

        public override Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();

        public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) => throw new NotSupportedException();

        public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();

        public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();

        public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => throw new NotSupportedException();

        public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => throw new NotSupportedException();

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
