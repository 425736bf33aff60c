using Azure.Data.Tables;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace CxFunctions.LocalHost.Durable;

/// <summary>
/// Durable orchestrations on Azure tables, for one host at a time. What was committed survives any end of the process; what
/// waits costs a row in storage and, in memory, its id and its time.
/// </summary>
public sealed partial class DurableEngine
{
    private readonly DurableEngineOptions _options;
    private readonly ILogger _log;
    private readonly WorkCount _work = new();
    private readonly PostOffice _post;
    private readonly AlarmClock _alarms;
    private readonly InstanceTable _table;
    private readonly HubLease _lease;
    private readonly Patience _patience;
    private readonly List<Worker> _workers;
    private readonly CancellationTokenSource _quiet = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _abort = new();
    private Task _working = Task.CompletedTask;

    public DurableEngine(TableServiceClient tables, DurableEngineOptions options, TimeProvider time, ILoggerFactory loggers)
    {
        _options = options;
        _log = loggers.CreateLogger("CxFunctions.LocalHost.Durable");
        var client = tables.GetTableClient(options.TableName);
        _table = new(client);
        _lease = new(client, options.HubName, _log);
        _patience = new(_log);
        _post = new(options.RememberedInstances, _work);
        _alarms = new(time, id => _post.Post(id, new TimeComes()), id => _post.Post(id, new TimeCame()));
        var watch = new StatusWatch();
        var activities = new ActivityRunner(Activities, options.DataConverter, options.MaxConcurrentActivityFunctions, _post, _work, _log, _quiet.Token);
        var aftermath = new Aftermath(_post, _alarms, activities, watch, _work);
        var beginnings = new Beginnings(_table, _post, aftermath, _patience, time);
        var step = new Step(Orchestrators, options.DataConverter, loggers);
        _workers = [.. Enumerable.Range(0, Math.Max(1, options.MaxConcurrentOrchestratorFunctions)).Select(_ => new Worker(_table, _post, beginnings, step, aftermath, _patience, time, _log))];
        var reader = new InstanceReader(_table, _patience, options);
        Inspect = new(_table, reader, _alarms);
        Client = new EngineClient(_post, reader, watch, options, _abort.Token);
    }

    public OrchestratorTable Orchestrators { get; } = new();

    public ActivityTable Activities { get; } = new();

    public DurableTaskClient Client { get; }

    /// <summary>For an operations page.</summary>
    public HubInspector Inspect { get; }

    /// <summary>Nothing is ready or running; what waits, waits for a time to come or for an event.</summary>
    public bool Idle => _work.IsZero && !_alarms.IsLate && _work.IsZero;

    /// <summary>Storage requests made so far, without the lease.</summary>
    public long StorageOperations => _table.Operations;
}
