namespace Microsoft.DurableTask;

/// <summary>What the next generation of an orchestration begins with.</summary>
public class ContinueAsNewOptions
{
    public object? NewInput { get; set; }

    /// <summary>Events that were not waited for yet go along, in order.</summary>
    public bool PreserveUnprocessedEvents { get; set; } = true;

    /// <summary>Null keeps the version.</summary>
    public string? NewVersion { get; set; }
}
