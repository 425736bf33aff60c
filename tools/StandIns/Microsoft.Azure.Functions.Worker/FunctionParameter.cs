using System.Collections.Immutable;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>A parameter of a function.</summary>
public class FunctionParameter
{
    /// <summary>A parameter without properties.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">Its type.</param>
    public FunctionParameter(string name, Type type)
        : this(name, type, ImmutableDictionary<string, object>.Empty)
    {
    }

    /// <summary>A parameter with properties.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">Its type.</param>
    /// <param name="properties">What is known about it.</param>
    public FunctionParameter(string name, Type type, IReadOnlyDictionary<string, object> properties)
    {
        Name = name ?? throw new ArgumentNullException(nameof(name));
        Type = type ?? throw new ArgumentNullException(nameof(type));
        Properties = properties ?? throw new ArgumentNullException(nameof(properties));
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its type.</summary>
    public Type Type { get; }

    /// <summary>What is known about it.</summary>
    public IReadOnlyDictionary<string, object> Properties { get; }
}
