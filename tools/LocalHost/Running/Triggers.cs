using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using CxFunctions.LocalHost.Functions;
using CxFunctions.LocalHost.Queues;
using CxFunctions.LocalHost.Settings;
using CxFunctions.LocalHost.Timers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace CxFunctions.LocalHost.Running;

/// <summary>The queue and timer listeners of an app: begins them, and ends them gracefully.</summary>
internal sealed class Triggers : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _giveUp = new();
    private readonly QueueNudges _nudges = new();
    private readonly HeldMessages _held;
    private readonly List<Task> _loops = [];

    private Triggers(HeldMessages held, RetryShelf shelf, PoisonStore poison) => (_held, Shelf, Poison) = (held, shelf, poison);

    public IReadOnlyList<QueueListener> Queues { get; private set; } = [];

    public IReadOnlyList<TimerListener> Timers { get; private set; } = [];

    public RetryShelf Shelf { get; }

    public PoisonStore Poison { get; }

    public bool AreQuiet => Queues.All(queue => queue.IsQuiet) && Timers.All(timer => timer.IsQuiet);

    /// <exception cref="LocalHostException">A schedule, a queue name or a connection that the Functions host would refuse.</exception>
    public static Triggers Prepare(TriggerServices services)
    {
        var log = services.Logging.CreateLogger("LocalHost.Queues");
        var held = new HeldMessages(services.Folder.PathOf("held-messages"));
        Triggers? triggers = null;
        var shelf = new RetryShelf(services.Clock, held, services.Activity, queue => triggers!._nudges.Nudge(queue), log);
        var poison = new PoisonStore(new TableServiceClient(services.Storage), new QueueServiceClient(services.Storage), services.Clock);
        triggers = new Triggers(held, shelf, poison);
        triggers.Queues = [.. services.Functions.Where(f => f.Trigger is QueueTriggerAttribute).Select(f => triggers.ListenTo(f, services, log))];
        triggers.Timers = [.. services.Functions.Where(f => f.Trigger is TimerTriggerAttribute).Select(f => ScheduleOf(f, services))];
        return triggers;
    }

    public async Task StartAsync(CancellationToken cancellation)
    {
        await _held.PutBackAsync(name => Queues.First(listener => listener.Queue.Name == name).Queue, cancellation);
        foreach (var listener in Queues)
        {
            _nudges.Watch(listener);
            _loops.Add(Task.Run(() => listener.RunAsync(_stopping.Token, _giveUp.Token), CancellationToken.None));
        }
        foreach (var timer in Timers)
        {
            _loops.Add(Task.Run(() => timer.RunAsync(_stopping.Token, _giveUp.Token), CancellationToken.None));
        }
    }

    /// <summary>Takes no more work, lets what runs finish, and after a while cancels it; messages not finished go back.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _giveUp.CancelAfter(Patience);
        await Task.WhenAll(_loops);
        await Shelf.DisposeAsync();
        _nudges.Dispose();
        _held.Dispose();
        _stopping.Dispose();
        _giveUp.Dispose();
    }

    private QueueListener ListenTo(FunctionDescriptor function, TriggerServices services, ILogger log)
    {
        var trigger = (QueueTriggerAttribute)function.Trigger;
        var name = SettingNames.Resolve(trigger.QueueName, services.Configuration, function.Name);
        var queue = services.QueueConnections.Open(name, trigger.Connection);
        var json = services.App.GetRequiredService<IOptions<JsonSerializerOptions>>().Value;
        var worker = new QueueWorker(
            function, queue, services.Invoker, services.QueueConnections, services.HostJson.Queues, _held, Shelf, Poison, json, log);
        return new QueueListener(function.Name, queue, services.HostJson.Queues, worker.RunAsync, log);
    }

    private static TimerListener ScheduleOf(FunctionDescriptor function, TriggerServices services)
    {
        var expression = SettingNames.Resolve(((TimerTriggerAttribute)function.Trigger).Schedule, services.Configuration, function.Name);
        var schedule = Schedule.Parse(expression, services.TimeZone, function.Name);
        return new TimerListener(
            function, schedule, services.Invoker, services.TimerStore, services.Clock, services.Activity, services.Logging.CreateLogger("LocalHost.Timers"));
    }
}
