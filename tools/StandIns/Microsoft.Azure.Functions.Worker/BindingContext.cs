namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the trigger says about itself: route values, dequeue count, insertion time and the like.</summary>
public abstract class BindingContext
{
    /// <summary>Trigger metadata by name.</summary>
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
