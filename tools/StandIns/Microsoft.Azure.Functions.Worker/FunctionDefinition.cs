using System.Collections.Immutable;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Describes a function.</summary>
public abstract class FunctionDefinition
{
    /// <summary>The function's parameters.</summary>
    public abstract ImmutableArray<FunctionParameter> Parameters { get; }

    /// <summary>Path of the assembly that holds the function.</summary>
    public abstract string PathToAssembly { get; }

    /// <summary>Full name of the method.</summary>
    public abstract string EntryPoint { get; }

    /// <summary>Identifies the function.</summary>
    public abstract string Id { get; }

    /// <summary>The function's name.</summary>
    public abstract string Name { get; }

    /// <summary>Trigger and inputs by parameter name.</summary>
    public abstract IImmutableDictionary<string, BindingMetadata> InputBindings { get; }

    /// <summary>Outputs by name.</summary>
    public abstract IImmutableDictionary<string, BindingMetadata> OutputBindings { get; }
}
