using DurableTask.Core;
using DurableTask.Core.History;

namespace CxFunctions.LocalHost.TimeMachine;

// What others may ask of the instances, and how instances are forgotten.
public sealed partial class TimeMachineHub
{
    private readonly Dictionary<string, TaskCompletionSource<OrchestrationState>> _waits = new(StringComparer.Ordinal);

    internal OrchestrationState? Read(string instanceId, bool inputs = true)
    {
        lock (_lock)
        {
            return _instances.TryGetValue(instanceId, out var instance) ? InstanceStates.Copy(instance.State, inputs) : null;
        }
    }

    /// <summary>The committed history of the current execution; empty for an instance that is unknown or has run no step.</summary>
    internal IList<HistoryEvent> History(string instanceId)
    {
        lock (_lock)
        {
            return _instances.TryGetValue(instanceId, out var instance) ? [.. instance.History] : [];
        }
    }

    internal InstancePage List(InstanceQuery query)
    {
        lock (_lock)
        {
            return query.Page(_instances.Values.Select(i => i.State));
        }
    }

    /// <summary>The state in which an instance ends; also of one that is yet to come.</summary>
    internal Task<OrchestrationState> WhenEnded(string instanceId)
    {
        lock (_lock)
        {
            if (_instances.TryGetValue(instanceId, out var instance) && instance.HasEnded)
            {
                return Task.FromResult(instance.State);
            }
            if (!_waits.TryGetValue(instanceId, out var wait))
            {
                wait = new TaskCompletionSource<OrchestrationState>(TaskCreationOptions.RunContinuationsAsynchronously);
                if (_closing.IsCancellationRequested)
                {
                    wait.SetCanceled();
                    return wait.Task;
                }
                _waits.Add(instanceId, wait);
            }
            return wait.Task;
        }
    }

    internal bool Purge(string instanceId)
    {
        lock (_lock)
        {
            if (!_instances.Remove(instanceId, out var instance))
            {
                return false;
            }
            Retire(instance);
            return true;
        }
    }

    internal int Purge(Func<OrchestrationState, bool> which)
    {
        lock (_lock)
        {
            var ended = _instances.Values.Where(i => i.HasEnded && which(i.State)).Select(i => i.Id).ToList();
            return ended.Count(Purge);
        }
    }

    private void TellEnded(HubInstance instance)
    {
        if (_waits.Remove(instance.Id, out var wait))
        {
            wait.SetResult(instance.State);
        }
    }

    private void CancelWaits()
    {
        foreach (var wait in _waits.Values)
        {
            wait.TrySetCanceled();
        }
        _waits.Clear();
    }
}
