using Microsoft.DurableTask.Client;

namespace CxFunctions.LocalHost.Durable;

/// <summary>Tells those who wait for an instance to begin or to end; nothing polls.</summary>
internal sealed class StatusWatch
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<(Func<Instance, bool> Until, TaskCompletionSource<Instance> Source)>> _waiting = [];

    public Task<Instance> Until(string id, Func<Instance, bool> condition)
    {
        var source = new TaskCompletionSource<Instance>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (!_waiting.TryGetValue(id, out var list))
            {
                _waiting[id] = list = [];
            }

            list.Add((condition, source));
        }

        return source.Task;
    }

    public void Forget(string id, Task wait)
    {
        lock (_gate)
        {
            if (_waiting.TryGetValue(id, out var list) && list.RemoveAll(entry => entry.Source.Task == wait) > 0 && list.Count == 0)
            {
                _waiting.Remove(id);
            }
        }
    }

    public void Tell(Instance instance)
    {
        lock (_gate)
        {
            if (_waiting.TryGetValue(instance.Id, out var list))
            {
                list.RemoveAll(entry => entry.Until(instance) && entry.Source.TrySetResult(instance));
                if (list.Count == 0)
                {
                    _waiting.Remove(instance.Id);
                }
            }
        }
    }
}
