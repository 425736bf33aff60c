namespace Microsoft.Azure.Functions.Worker;

/// <summary>Describes a binding of a function.</summary>
public abstract class BindingMetadata
{
    /// <summary>The parameter's or output's name.</summary>
    public abstract string Name { get; }

    /// <summary>For example <c>httpTrigger</c> or <c>queue</c>.</summary>
    public abstract string Type { get; }

    /// <summary>Which way the data goes.</summary>
    public abstract BindingDirection Direction { get; }
}

/// <summary>Which way the data of a binding goes.</summary>
public enum BindingDirection
{
    /// <summary>To the function.</summary>
    In,

    /// <summary>From the function.</summary>
    Out,
}
