using Microsoft.AspNetCore.Http;

namespace CxFunctions.LocalHost.Functions;

/// <summary>What a trigger hands to one call.</summary>
internal sealed record TriggerPayload
{
    /// <summary>The trigger parameter's value, for the type that the function wants it in.</summary>
    public required Func<Type, object?> Bind { get; init; }

    /// <summary>Trigger metadata by name; other parameters are bound from it.</summary>
    public IReadOnlyDictionary<string, object?> Data { get; init; } = new Dictionary<string, object?>();

    /// <summary>The value of a parameter that nothing else has a value for; null where there is no such thing.</summary>
    public Func<Type, object?>? Otherwise { get; init; }

    /// <summary>The request, when there is one.</summary>
    public HttpContext? Http { get; init; }

    /// <summary>Called with the result while the call's services still live, for instance to write a response.</summary>
    public Func<object?, Task>? Completed { get; init; }
}
