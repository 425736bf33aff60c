using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>ASP.NET Core's view of a call.</summary>
public static class FunctionContextExtensions
{
    internal const string HttpContextKey = "HttpRequestContext";

    /// <summary>The HTTP request behind this call, or null when it has another trigger.</summary>
    /// <param name="context">The call.</param>
    /// <returns>The request's context, or null.</returns>
    public static HttpContext? GetHttpContext(this FunctionContext context) =>
        context.Items.TryGetValue(HttpContextKey, out var value) ? value as HttpContext : null;
}
