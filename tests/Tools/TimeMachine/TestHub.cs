using CxFunctions.LocalHost.Clock;
using CxFunctions.LocalHost.TimeMachine;
using DurableTask.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker.Shims;

namespace CxFunctions.Tests.Tools.TimeMachine;

/// <summary>TimeMachine under the official engine and the official worker's orchestrators, on a clock that stands years from the wall clock.</summary>
internal sealed class TestHub : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2031, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly TaskHubWorker _worker;

    public TestHub(TimeProvider? clock = null, TimeSpan early = default)
    {
        Stepped = clock as SteppedTimeProvider ?? new SteppedTimeProvider(Start);
        Hub = new TimeMachineHub(clock ?? Stepped, early);
        Client = new TimeMachineClient(Hub);
        Tasks = new TaskHubClient(Client);
        _worker = new TaskHubWorker(new TimeMachineService(Hub, maxSteps: 20, maxActivities: 20)) { ErrorPropagationMode = ErrorPropagationMode.UseFailureDetails };
    }

    public SteppedTimeProvider Stepped { get; }

    public TimeMachineHub Hub { get; }

    public TimeMachineClient Client { get; }

    public TaskHubClient Tasks { get; }

    public static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public TestHub Orchestrator<TInput, TOutput>(string name, Func<TaskOrchestrationContext, TInput, Task<TOutput>> body)
    {
        _worker.AddTaskOrchestrations(new Made<TaskOrchestration>(
            name, () => DurableTaskShimFactory.Default.CreateOrchestration<TInput, TOutput>(name, async (context, input) => await body(context, input!))));
        return this;
    }

    public TestHub Activity<TInput, TOutput>(string name, Func<TInput, Task<TOutput>> body)
    {
        _worker.AddTaskActivities(new Made<TaskActivity>(
            name, () => DurableTaskShimFactory.Default.CreateActivity<TInput, TOutput>(name, async (_, input) => await body(input!))));
        return this;
    }

    public async Task<TestHub> RunAsync()
    {
        await _worker.StartAsync();
        return this;
    }

    public async Task<string> BeginAsync(string name, string id, object? input = null, OrchestrationStatus[]? dedupe = null) =>
        (await Tasks.CreateOrchestrationInstanceAsync(name, "", id, input!, new Dictionary<string, string>(), dedupe!)).InstanceId;

    public Task RaiseAsync(string id, string name, object? data = null) => Tasks.RaiseEventAsync(new OrchestrationInstance { InstanceId = id }, name, data!);

    public Task TerminateAsync(string id, string reason) => Tasks.TerminateInstanceAsync(new OrchestrationInstance { InstanceId = id }, reason);

    public async Task<OrchestrationState> StateAsync(string id) => (await Tasks.GetOrchestrationStateAsync(id))!;

    public async Task<OrchestrationStatus?> StatusAsync(string id) => (await Tasks.GetOrchestrationStateAsync(id))?.OrchestrationStatus;

    public Task QuietAsync() => Hub.Work.WhenQuietAsync(Cancelled).WaitAsync(TimeSpan.FromSeconds(30), Cancelled);

    /// <summary>Moves the clock timer by timer, and lets the work that each sets off come to rest.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        var target = Stepped.GetUtcNow() + by;
        await QuietAsync();
        while (Stepped.NextDue is { } due && due <= target)
        {
            Stepped.AdvanceTo(due);
            await QuietAsync();
        }
        Stepped.AdvanceTo(target);
    }

    public async ValueTask DisposeAsync()
    {
        await _worker.StopAsync(isForced: true);
        Hub.Dispose();
        _worker.Dispose();
    }

    private sealed class Made<T> : ObjectCreator<T>
    {
        private readonly Func<T> _make;

        public Made(string name, Func<T> make)
        {
            Name = name;
            Version = "";
            _make = make;
        }

        public override T Create() => _make();
    }
}
