using CxFunctions.LocalHost.Bridge;
using CxFunctions.LocalHost.Functions;
using CxFunctions.LocalHost.Jobs;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing.Patterns;
using Yarp.ReverseProxy.Forwarder;

namespace CxFunctions.LocalHost.Http;

/// <summary>Maps the HTTP functions of an app to routes.</summary>
internal sealed class HttpFunctions(JobsHost jobs, HttpForwarding forwarding, FunctionKeys keys, string routePrefix, ILogger logger)
{
    public void Map(IEndpointRouteBuilder routes, IEnumerable<FunctionDescriptor> functions)
    {
        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var function in functions.Where(function => function.Trigger.Type == BindingKinds.Http))
        {
            var template = TemplateOf(function);
            var methods = function.Trigger.Texts("methods");
            foreach (var method in methods.DefaultIfEmpty(""))
            {
                if (!taken.TryAdd($"{method} {template}", function.Name))
                {
                    throw new LocalHostException($"Functions '{taken[$"{method} {template}"]}' and '{function.Name}' have the same route: {method} /{template}");
                }
            }
            var endpoint = methods.Count > 0
                ? routes.MapMethods(template, methods.Select(method => method.ToUpperInvariant()), http => RunAsync(function, http))
                : routes.Map(template, http => RunAsync(function, http));
            endpoint.WithDisplayName(function.Name);
        }
    }

    private string TemplateOf(FunctionDescriptor function)
    {
        var template = $"{routePrefix.Trim('/')}/{(function.Trigger.Text("route") ?? function.Name).Trim('/')}".Trim('/');
        try
        {
            RoutePatternFactory.Parse(template);
            return template;
        }
        catch (RoutePatternException failure)
        {
            throw new LocalHostException($"Function '{function.Name}': the route '{template}' is not a route template: {failure.Message}", failure);
        }
    }

    private async Task RunAsync(FunctionDescriptor function, HttpContext http)
    {
        var key = http.Request.Headers["x-functions-key"].FirstOrDefault() ?? http.Request.Query["code"].FirstOrDefault();
        if (!keys.Opens(function.Name, FunctionKeys.LevelOf(function.Trigger), key))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { } limit && http.Request.ContentLength > limit.MaxRequestBodySize)
        {
            // Kestrel reads a refused body to its end, for some seconds at most, only if it may: else the caller can meet a reset connection before the answer.
            limit.MaxRequestBodySize = null;
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }
        try
        {
            await jobs.CallAsync(function.Name, new HttpCall(http, forwarding), http.RequestAborted);
        }
        catch (HostAwayException)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.Headers.RetryAfter = "5";
        }
        catch (Exception failure)
        {
            if (http.RequestAborted.IsCancellationRequested)
            {
                // Nobody is waiting for the answer any more.
                return;
            }
            if (Refusal(http) is { } refusal)
            {
                http.Response.Clear();
                http.Response.StatusCode = refusal;
                return;
            }
            // What the function itself threw, the worker has told.
            HttpLog.Failed(logger, failure.InnerException is FunctionFailedException ? null : failure, function.Name);
            if (!http.Response.HasStarted)
            {
                http.Response.Clear();
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            }
        }
    }

    // A body that did not say how long it is can be found too long only while it is forwarded.
    private static int? Refusal(HttpContext http) =>
        http.Response.HasStarted ? null : http.Features.Get<IForwarderErrorFeature>()?.Exception switch
        {
            AggregateException several => several.InnerExceptions.OfType<BadHttpRequestException>().FirstOrDefault()?.StatusCode,
            BadHttpRequestException one => one.StatusCode,
            _ => null,
        };
}
