using Microsoft.DurableTask.Client;

namespace CxFunctions.LocalHost.Durable;

/// <summary>One instance as it was last committed. Immutable: a step makes the next one, and the commit puts it in place.</summary>
internal sealed record Instance(string Id, string Execution, HistoryList History)
{
    public required string Name { get; init; }

    public required string Version { get; init; }

    public OrchestrationRuntimeStatus Status { get; init; } = OrchestrationRuntimeStatus.Pending;

    /// <summary>UTC, as the next one.</summary>
    public required DateTime CreatedAt { get; init; }

    public required DateTime UpdatedAt { get; init; }

    /// <summary>As text, null where none is set.</summary>
    public string? CustomStatus { get; init; }

    /// <summary>How many of the history's messages to other instances are known to have arrived, in order of the history.</summary>
    public int Delivered { get; init; }

    /// <summary>The last message heard from each generation of another instance, so that none counts twice.</summary>
    public IReadOnlyDictionary<string, int> Heard { get; init; } = new Dictionary<string, int>();

    /// <summary>Where and as what the instance is stored.</summary>
    public StoredForm Stored { get; init; } = StoredForm.Nowhere;

    public ExecutionStarted Started => History.OfType<ExecutionStarted>().First();

    public bool IsOver => Status
        is OrchestrationRuntimeStatus.Completed
        or OrchestrationRuntimeStatus.Failed
        or OrchestrationRuntimeStatus.Terminated;

    public bool HasBegun => History.Any(item => item is EpisodeStarted);
}
