using CxFunctions.LocalHost.Functions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.LocalHost.Http;

/// <summary>Maps the HTTP functions of an app to routes.</summary>
internal sealed class HttpFunctions(FunctionInvoker invoker, FunctionKeys keys, string routePrefix, CancellationToken stopping, ILogger logger)
{
    public void Map(IEndpointRouteBuilder routes, IEnumerable<FunctionDescriptor> functions)
    {
        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var function in functions.Where(function => function.Trigger is HttpTriggerAttribute))
        {
            CheckResult(function);
            var trigger = (HttpTriggerAttribute)function.Trigger;
            var template = TemplateOf(function, trigger);
            foreach (var method in trigger.Methods is { Length: > 0 } methods ? methods : [""])
            {
                if (!taken.TryAdd($"{method} {template}", function.Name))
                {
                    throw new LocalHostException($"Functions '{taken[$"{method} {template}"]}' and '{function.Name}' have the same route: {method} /{template}");
                }
            }
            var endpoint = trigger.Methods is { Length: > 0 } some
                ? routes.MapMethods(template, some.Select(method => method.ToUpperInvariant()), http => RunAsync(function, trigger, http))
                : routes.Map(template, http => RunAsync(function, trigger, http));
            endpoint.WithDisplayName(function.Name);
        }
    }

    private string TemplateOf(FunctionDescriptor function, HttpTriggerAttribute trigger)
    {
        var template = $"{routePrefix.Trim('/')}/{(trigger.Route ?? function.Name).Trim('/')}".Trim('/');
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

    // With the ASP.NET Core integration the worker writes the response itself; other results would be dropped in production.
    private static void CheckResult(FunctionDescriptor function)
    {
        var type = function.ResultType;
        if (type is not null && !typeof(IResult).IsAssignableFrom(type) && !typeof(IActionResult).IsAssignableFrom(type))
        {
            throw new LocalHostException(
                $"Function '{function.Name}' returns {type.Name}; an HTTP function returns IResult or IActionResult, or writes the response itself.");
        }
    }

    private async Task RunAsync(FunctionDescriptor function, HttpTriggerAttribute trigger, HttpContext http)
    {
        var key = http.Request.Headers["x-functions-key"].FirstOrDefault() ?? http.Request.Query["code"].FirstOrDefault();
        if (!keys.Opens(function.Name, trigger.AuthLevel, key))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        try
        {
            using var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
            await invoker.InvokeAsync(function, Payload(http), ends.Token);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is waiting for the answer any more.
        }
        catch (Exception failure) when (failure is not BadHttpRequestException)
        {
            HttpLog.Failed(logger, failure, function.Name);
            if (!http.Response.HasStarted)
            {
                http.Response.Clear();
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            }
        }
    }

    private static TriggerPayload Payload(HttpContext http) => new()
    {
        Bind = type => type == typeof(HttpRequest) ? http.Request
            : throw new NotSupportedException("with ConfigureFunctionsWebApplication an HTTP trigger gives HttpRequest."),
        Data = new Dictionary<string, object?>(http.Request.RouteValues, StringComparer.OrdinalIgnoreCase),
        Http = http,
        Completed = result => result switch
        {
            IResult answer => answer.ExecuteAsync(http),
            IActionResult answer => answer.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new())),
            _ => Task.CompletedTask,
        },
    };
}
