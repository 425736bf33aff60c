namespace Microsoft.Azure.Functions.Worker;

/// <summary>What is known about one call of a function.</summary>
public abstract class FunctionContext
{
    /// <summary>Unique to this call.</summary>
    public abstract string InvocationId { get; }

    /// <summary>Identifies the function; the same for each of its calls.</summary>
    public abstract string FunctionId { get; }

    /// <summary>The trace that this call belongs to.</summary>
    public abstract TraceContext TraceContext { get; }

    /// <summary>Trigger metadata.</summary>
    public abstract BindingContext BindingContext { get; }

    /// <summary>How many times this call has been tried under a function-level retry policy.</summary>
    public abstract RetryContext RetryContext { get; }

    /// <summary>The services of this call's scope.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }

    /// <summary>Describes the function.</summary>
    public abstract FunctionDefinition FunctionDefinition { get; }

    /// <summary>Values shared by middleware and function within this call.</summary>
    public abstract IDictionary<object, object> Items { get; set; }

    /// <summary>Features of this call, by type.</summary>
    public abstract IInvocationFeatures Features { get; }

    /// <summary>Signalled when the host wants this call to end.</summary>
    public virtual CancellationToken CancellationToken { get; }
}
