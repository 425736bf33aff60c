using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CxFunctions.LocalHost.Durable;

/// <summary>The official client, on this engine. Its calls return when what they ask for is committed.</summary>
internal sealed partial class EngineClient(
    PostOffice post, InstanceReader reader, StatusWatch watch, DurableEngineOptions settings, CancellationToken stopped) : DurableTaskClient(settings.HubName)
{
    private static readonly OrchestrationRuntimeStatus[] NotOver =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(orchestratorName.Name);
        var id = options?.InstanceId ?? Guid.NewGuid().ToString("N");
        InstanceIds.Check(id);
        var started = new ExecutionStarted(orchestratorName.Name, options?.Version?.Version ?? "", null, options?.StartAt?.UtcDateTime)
        {
            Data = reader.Converter.Serialize(input),
            Tags = options?.Tags is { Count: > 0 } tags ? new Dictionary<string, string>(tags) : null,
        };
        await Committed(post.Post(id, new StartNew(started, Refusing(options))), cancellation).ConfigureAwait(false);
        return id;
    }

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        return Committed(post.Post(instanceId, new RaiseEvent(eventName, reader.Converter.Serialize(eventPayload))), cancellation);
    }

    public override Task TerminateInstanceAsync(string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default) =>
        Committed(post.Post(instanceId, new Terminate(reader.Converter.Serialize(options?.Output), options?.Recursive ?? false)), cancellation);

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        Committed(post.Post(instanceId, new Suspend(reason)), cancellation);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        Committed(post.Post(instanceId, new Resume(reason)), cancellation);

    public override async Task<string> RestartAsync(string instanceId, bool restartWithNewInstanceId = false, CancellationToken cancellation = default)
    {
        var instance = await reader.LoadAsync(instanceId, cancellation).ConfigureAwait(false)
            ?? throw new ArgumentException($"An orchestration with the instanceId {instanceId} was not found.", nameof(instanceId));
        var id = restartWithNewInstanceId ? Guid.NewGuid().ToString("N") : instanceId;
        var started = new ExecutionStarted(instance.Name, instance.Version) { Data = instance.Started.Data, Tags = instance.Started.Tags };
        await Committed(post.Post(id, new StartNew(started, NotOver.ToHashSet())), cancellation).ConfigureAwait(false);
        return id;
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static Task Committed(Task receipt, CancellationToken cancellation) => receipt.WaitAsync(cancellation);

    private HashSet<OrchestrationRuntimeStatus> Refusing(StartOrchestrationOptions? start) => start?.DedupeStatuses is { } given
        ? [.. given.Select(status => Enum.Parse<OrchestrationRuntimeStatus>(status, ignoreCase: true))]
        : settings.OverridableExistingInstanceStates == "AnyState" ? [] : [.. NotOver];
}
