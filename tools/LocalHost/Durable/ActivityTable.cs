using Microsoft.DurableTask;

namespace CxFunctions.LocalHost.Durable;

/// <summary>Activities by name, regardless of case, and version. They get their input as it was serialised.</summary>
public sealed class ActivityTable
{
    private readonly VersionedNames<Func<TaskActivityContext, string?, Task<object?>>> _known = new("activity");

    /// <exception cref="ArgumentException">The name and version are taken.</exception>
    public void Add(string name, Func<TaskActivityContext, string?, Task<object?>> run, string version = "") => _known.Add(name, version, run);

    internal Func<TaskActivityContext, string?, Task<object?>>? Find(string name, string? version) => _known.Find(name, version);
}
