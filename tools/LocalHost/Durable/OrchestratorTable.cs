using Microsoft.DurableTask;

namespace CxFunctions.LocalHost.Durable;

/// <summary>Orchestrators by name, regardless of case, and version.</summary>
public sealed class OrchestratorTable
{
    private readonly VersionedNames<Func<TaskOrchestrationContext, Task<object?>>> _known = new("orchestrator");

    /// <exception cref="ArgumentException">The name and version are taken.</exception>
    public void Add(string name, Func<TaskOrchestrationContext, Task<object?>> run, string version = "") => _known.Add(name, version, run);

    internal Func<TaskOrchestrationContext, Task<object?>>? Find(string name, string? version) => _known.Find(name, version);
}
