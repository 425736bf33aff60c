using CxFunctions.LocalHost.Bridge.Protocol;

namespace CxFunctions.LocalHost.Functions;

/// <summary>What a function is called with by this host itself, where no official extension triggers it. Public for the emitted code.</summary>
public abstract class HostCall
{
    /// <summary>The trigger's value.</summary>
    internal abstract TypedData Value { get; }

    /// <summary>What else is known about the trigger.</summary>
    internal virtual IEnumerable<KeyValuePair<string, object?>> Metadata => [];

    /// <summary>Goes on beside the invocation, from its beginning.</summary>
    /// <param name="invocationId">Names the invocation.</param>
    internal virtual Task AccompanyAsync(string invocationId) => Task.CompletedTask;
}
