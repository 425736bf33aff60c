using DurableTask.Core;
using DurableTask.Core.Exceptions;
using DurableTask.Core.History;

namespace CxFunctions.LocalHost.TimeMachine;

/// <summary>
/// All instances of one task hub, in the memory of one process and on one clock: nothing of it outlives the process. An instance
/// takes one step at a time; a step takes all that has come for its instance. Ended instances stay until they are purged.
/// </summary>
/// <param name="clock">The product's clock: timers, the time that orchestrators read, and every stamp.</param>
/// <param name="early">
/// How long before its time every timer fires and every start that was put off is made. The AzureStorage provider counts whole seconds and fires up to one early; a hub that always does
/// proves that orchestrations bear it. None by default.
/// </param>
public sealed partial class TimeMachineHub(TimeProvider clock, TimeSpan early = default) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, HubInstance> _instances = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _closing = new();

    /// <summary>Whether any step or activity is ready or running.</summary>
    public WorkMeter Work { get; } = new();

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Stops every timer and ends every wait. What is in hand may still be handed back, to no effect.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var instance in _instances.Values)
            {
                Retire(instance);
            }
            _instances.Clear();
            _closing.Cancel();
            CancelWaits();
        }
    }

    internal void Create(TaskMessage message, OrchestrationStatus[]? dedupeStatuses)
    {
        if (message.Event is not ExecutionStartedEvent)
        {
            throw new ArgumentException("An orchestration is created by an ExecutionStarted event.", nameof(message));
        }
        lock (_lock)
        {
            var id = message.OrchestrationInstance.InstanceId;
            if (_instances.TryGetValue(id, out var there) && IsTaken(there, dedupeStatuses))
            {
                throw new OrchestrationAlreadyExistsException(
                    $"An orchestration with id '{id}' already exists. It's in the {there.State.OrchestrationStatus} state.");
            }
            Begin(message);
        }
    }

    internal void Send(IEnumerable<TaskMessage> messages)
    {
        lock (_lock)
        {
            foreach (var message in messages)
            {
                Deliver(message);
            }
        }
    }

    // Where the caller names no statuses, an id is free once its instance has ended.
    private static bool IsTaken(HubInstance there, OrchestrationStatus[]? dedupeStatuses) =>
        dedupeStatuses?.Contains(there.State.OrchestrationStatus) ?? !there.HasEnded;

    private void Begin(TaskMessage message)
    {
        var started = (ExecutionStartedEvent)message.Event;
        var instance = new HubInstance(started, Now);
        if (_instances.TryGetValue(instance.Id, out var earlier))
        {
            Retire(earlier);
        }
        _instances[instance.Id] = instance;
        // The AzureStorage provider keeps a start as it keeps a timer: as a message that is not seen until then.
        if (started.ScheduledStartTime is { } later && Utc(later) - early > Now)
        {
            instance.ScheduledStart = message;
            SetTimer(instance, Utc(later) - early, () => Start(instance, message));
        }
        else
        {
            Start(instance, message);
        }
    }

    private void Start(HubInstance instance, TaskMessage message)
    {
        message.Event.Timestamp = instance.State.CreatedTime;
        instance.Started = true;
        instance.ScheduledStart = null;
        instance.Inbox.Insert(0, message);
        Wake(instance);
    }
}
