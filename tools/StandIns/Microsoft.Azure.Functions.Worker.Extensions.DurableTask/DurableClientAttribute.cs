using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The parameter is a client of a task hub.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class DurableClientAttribute : InputBindingAttribute
{
    /// <summary>The hub of host.json if not set.</summary>
    public string? TaskHub { get; set; }

    /// <summary>The setting that holds the connection string; the host's storage if not set.</summary>
    public string? ConnectionName { get; set; }
}
