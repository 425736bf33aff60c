using Azure.Data.Tables;
using CxFunctions.LocalHost.Clock;
using CxFunctions.LocalHost.Durable;
using CxFunctions.Tests.Harness;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CxFunctions.Tests.Contract.Durable;

/// <summary>A hub of its own with a clock that the test steps, on a real storage emulator; the engine can be killed and begun again.</summary>
internal sealed class DurableHub : IAsyncDisposable
{
    /// <summary>One account for all: every hub has a table of its own.</summary>
    public static readonly Lazy<Task<string>> Storage = new(SharedAzurite.NewAccountAsync);

    /// <summary>Far more than anything takes, on a machine that is busy with other things too.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly List<Action<DurableEngine>> _registrations = [];
    private readonly string _name = "t" + Guid.NewGuid().ToString("N")[..20];
    private string _storage = null!;
    private ILoggerFactory _log = NullLoggerFactory.Instance;

    public SteppedTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public DurableEngineOptions Options => field ??= new() { HubName = _name, GracePeriod = TimeSpan.FromSeconds(15) };

    public DurableEngine Engine { get; private set; } = null!;

    public DurableTaskClient Client => Engine.Client;

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<DurableHub> StartAsync(params Action<DurableHub>[] register)
    {
        var hub = new DurableHub();
        foreach (var one in register)
        {
            one(hub);
        }

        await hub.BeginAsync();
        return hub;
    }

    public DurableHub Orchestrator(string name, Func<TaskOrchestrationContext, Task<object?>> run, string version = "")
    {
        _registrations.Add(engine => engine.Orchestrators.Add(name, run, version));
        return this;
    }

    public DurableHub Activity<TIn>(string name, Func<TIn?, object?> run)
    {
        _registrations.Add(engine => engine.Activities.Add(name, (_, input) => Task.FromResult(run(JsonDataConverter.Default.Deserialize<TIn>(input)))));
        return this;
    }

    public DurableHub AsyncActivity<TIn>(string name, Func<TIn?, Task<object?>> run)
    {
        _registrations.Add(engine => engine.Activities.Add(name, (_, input) => run(JsonDataConverter.Default.Deserialize<TIn>(input))));
        return this;
    }

    public DurableHub WithLog(ILoggerFactory log)
    {
        _log = log;
        return this;
    }

    public async Task BeginAsync()
    {
        _storage = await Storage.Value;
        Engine = NewEngine();
        await Engine.StartAsync(Cancel);
    }

    public DurableEngine NewEngine()
    {
        var engine = new DurableEngine(new TableServiceClient(_storage), Options, Clock, _log);
        _registrations.ForEach(register => register(engine));
        return engine;
    }

    /// <summary>As after kill -9: nothing is finished, nothing is said to the storage, a new engine begins.</summary>
    public async Task KillAndBeginAgainAsync()
    {
        Engine.Halt();
        await BeginAsync();
    }

    public Task<string> StartAsync(string orchestrator, object? input = null, string? id = null) =>
        Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, new StartOrchestrationOptions(id), Cancel);

    public Task RestAsync() => Engine.WaitUntilIdleAsync(Cancel).WaitAsync(Patience, Cancel);

    /// <summary>Lets time pass, and everything that it brings come to rest.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        await RestAsync();
        Clock.Advance(time);
        await RestAsync();
    }

    public async Task<OrchestrationMetadata> AtRestAsync(string id)
    {
        await RestAsync();
        return await Client.GetInstanceAsync(id, getInputsAndOutputs: true, Cancel) ?? throw new InvalidOperationException($"There is no instance {id}.");
    }

    public async Task<T?> OutputAsync<T>(string id)
    {
        var metadata = await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, Cancel).WaitAsync(Patience, Cancel);
        Assert.True(metadata.RuntimeStatus == OrchestrationRuntimeStatus.Completed, $"{metadata}: {metadata.FailureDetails}");
        return metadata.ReadOutputAs<T>();
    }

    public async ValueTask DisposeAsync() => await Engine.StopAsync(CancellationToken.None);
}
