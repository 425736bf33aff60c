using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The function answers an HTTP request.</summary>
public sealed class HttpTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>Any method, function key.</summary>
    public HttpTriggerAttribute()
        : this(AuthorizationLevel.Function)
    {
    }

    /// <summary>Given methods, function key.</summary>
    /// <param name="methods">HTTP methods.</param>
    public HttpTriggerAttribute(params string[] methods)
        : this(AuthorizationLevel.Function, methods)
    {
    }

    /// <summary>Any method.</summary>
    /// <param name="authLevel">Which key a caller must have.</param>
    public HttpTriggerAttribute(AuthorizationLevel authLevel) => AuthLevel = authLevel;

    /// <summary>Given methods.</summary>
    /// <param name="authLevel">Which key a caller must have.</param>
    /// <param name="methods">HTTP methods.</param>
    public HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods)
    {
        AuthLevel = authLevel;
        Methods = methods;
    }

    /// <summary>ASP.NET Core route template below the route prefix; the function's name when null.</summary>
    public string? Route { get; set; }

    /// <summary>HTTP methods; any when null.</summary>
    public string[]? Methods { get; private set; }

    /// <summary>Which key a caller must have.</summary>
    public AuthorizationLevel AuthLevel { get; private set; }
}
