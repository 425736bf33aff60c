using Microsoft.DurableTask;

namespace CxFunctions.LocalHost.Durable;

internal sealed partial class OrchestrationContext
{
    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        OnlyHere();
        NotOptionsForInput(input, options);
        var version = options?.Version is { } asked ? asked.Version ?? string.Empty : Version;
        return Retrying.Call(this, options?.Retry, async () =>
        {
            OnlyHere();
            var request = new TaskScheduled(requests.NextId(), name.Name, version) { Data = converter.Serialize(input) };
            return converter.Deserialize<TResult>(await requests.Ask(request))!;
        });
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        OnlyHere();
        NotOptionsForInput(input, options);
        var sub = options as SubOrchestrationOptions;
        var id = sub?.InstanceId ?? NewGuid().ToString("N");
        var version = (sub?.Version ?? options?.Version) is { } asked ? asked.Version ?? string.Empty : string.Empty;
        return Retrying.Call(this, options?.Retry, async () =>
        {
            OnlyHere();
            var request = new SubOrchestrationCreated(requests.NextId(), orchestratorName.Name, version, id) { Data = converter.Serialize(input) };
            return converter.Deserialize<TResult>(await requests.Ask(request))!;
        });
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        OnlyHere();
        var id = requests.NextId();
        var fired = requests.Ask(new TimerCreated(id, fireAt.ToUniversalTime()));
        cancellationToken.Register(() =>
        {
            // A token that is cancelled elsewhere is no part of the history, so it cannot be obeyed.
            if (thread.IsCurrent)
            {
                requests.GiveUp(id, cancellationToken);
            }
        });
        return fired;
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        OnlyHere();
        return _events.Wait<T>(eventName, () => thread.IsCurrent, cancellationToken);
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        OnlyHere();
        requests.Send(new EventSent(requests.NextId(), instanceId, eventName) { Data = converter.Serialize(payload) });
    }

    /// <exception cref="ArgumentException">Options were given where the input belongs.</exception>
    private static void NotOptionsForInput(object? input, TaskOptions? options)
    {
        if (input is TaskOptions && options is null)
        {
            throw new ArgumentException("Task options were given as the input; name the parameter 'options'.", nameof(input));
        }
    }
}
