namespace Microsoft.DurableTask;

/// <summary>Names a class-based orchestrator or activity.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = false)]
public sealed class DurableTaskAttribute(string? name = null) : Attribute
{
    /// <summary>Empty where the class's own name serves.</summary>
    public TaskName Name { get; } = name!;

    public string? Version { get; set; }
}
