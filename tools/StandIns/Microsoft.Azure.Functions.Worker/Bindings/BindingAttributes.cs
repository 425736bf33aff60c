namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>Connects a parameter, property or result to something outside.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class BindingAttribute : Attribute
{
    /// <summary>For derived attributes.</summary>
    public BindingAttribute()
    {
    }
}

/// <summary>What starts the function.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class TriggerBindingAttribute : BindingAttribute
{
    /// <summary>For derived attributes.</summary>
    public TriggerBindingAttribute()
    {
    }
}

/// <summary>Data or a client handed to the function.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class InputBindingAttribute : BindingAttribute
{
    /// <summary>For derived attributes.</summary>
    public InputBindingAttribute()
    {
    }
}

/// <summary>Where the function's result goes.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public abstract class OutputBindingAttribute : BindingAttribute
{
    /// <summary>For derived attributes.</summary>
    public OutputBindingAttribute()
    {
    }
}
