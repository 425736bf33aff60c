using Microsoft.Extensions.Logging;

namespace Microsoft.DurableTask;

/// <summary>Everything an orchestrator may use: time, chance, other tasks and other instances, all replayed alike.</summary>
public abstract partial class TaskOrchestrationContext
{
    private static readonly IReadOnlyDictionary<string, object?> NoProperties = new Dictionary<string, object?>();

    public abstract TaskName Name { get; }

    public abstract string InstanceId { get; }

    /// <summary>Null where no orchestration called this one.</summary>
    public abstract ParentOrchestrationInstance? Parent { get; }

    /// <summary>The orchestration's time, UTC: constant within an episode and the same on replay.</summary>
    public abstract DateTime CurrentUtcDateTime { get; }

    /// <summary>True while history is being gone through again.</summary>
    public abstract bool IsReplaying { get; }

    public virtual string Version => string.Empty;

    public virtual IReadOnlyDictionary<string, object?> Properties => NoProperties;

    protected abstract ILoggerFactory LoggerFactory { get; }

    public abstract T? GetInput<T>();

    public abstract void SendEvent(string instanceId, string eventName, object payload);

    public abstract void SetCustomStatus(object? customStatus);

    public abstract void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true);

    public virtual void ContinueAsNew(ContinueAsNewOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ContinueAsNew(options.NewInput, options.PreserveUnprocessedEvents);
    }

    /// <summary>A version 5 UUID that comes out the same on every replay.</summary>
    public abstract Guid NewGuid();

    /// <summary>Below, at or above zero as this orchestration's version is older than, equal to or newer than the given one.</summary>
    public virtual int CompareVersionTo(string version) => Abstractions.TaskOrchestrationVersioningUtils.CompareVersions(Version, version);
}
