namespace Microsoft.DurableTask;

/// <summary>What an activity knows of the call.</summary>
public abstract class TaskActivityContext
{
    public abstract TaskName Name { get; }

    /// <summary>The orchestration instance that called.</summary>
    public abstract string InstanceId { get; }

    public virtual string Version => string.Empty;
}
