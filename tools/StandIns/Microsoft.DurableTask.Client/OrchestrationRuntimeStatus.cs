namespace Microsoft.DurableTask.Client;

/// <summary>The states of an instance.</summary>
public enum OrchestrationRuntimeStatus
{
    Running = 0,
    Completed = 1,

    [Obsolete("An instance that continued as new is Running.")]
    ContinuedAsNew = 2,
    Failed = 3,

    [Obsolete("Nothing sets this state.")]
    Canceled = 4,
    Terminated = 5,
    Pending = 6,
    Suspended = 7,
}
