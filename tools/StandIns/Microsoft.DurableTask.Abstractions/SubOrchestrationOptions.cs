namespace Microsoft.DurableTask;

/// <summary>How one sub-orchestration is called: as any task, with an instance id of its own if given.</summary>
public class SubOrchestrationOptions : TaskOptions
{
    public SubOrchestrationOptions(TaskRetryOptions? retry = null, string? instanceId = null)
        : base(retry) => InstanceId = instanceId;

    public SubOrchestrationOptions(TaskOptions options, string? instanceId = null)
        : base(options)
    {
        InstanceId = instanceId ?? (options as SubOrchestrationOptions)?.InstanceId;
        if (options is SubOrchestrationOptions { Version: { } version })
        {
            Version = version;
        }
    }

    public SubOrchestrationOptions(SubOrchestrationOptions options)
        : base(options)
    {
        InstanceId = options.InstanceId;
        Version = options.Version;
    }

    /// <summary>Null lets the engine choose one that is the same on every replay.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The version of the orchestrator to start.</summary>
    public new TaskVersion? Version { get; init; }
}
