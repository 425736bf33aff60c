using System.Text.Json;
using System.Text.Json.Serialization;
using CxFunctions.Foundation;
using CxFunctions.LocalHost.Jobs;
using CxFunctions.LocalHost.Running;
using Microsoft.AspNetCore.Components;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;

namespace CxFunctions.LocalHost.Operations;

/// <summary>The routes of the operations page.</summary>
internal static class OperationsRoutes
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static void MapOperations(this IEndpointRouteBuilder routes, HostParts parts)
    {
        var reader = new HostReader(parts);
        var pages = new PageRenderer(new ServiceCollection().BuildServiceProvider(), parts.Logging);
        var group = routes.MapGroup("/host").AddEndpointFilter(OnlyLocalhostAsync).AddEndpointFilter(WhenItRunsAsync);
        // With the request alone as parameter this would be taken for a RequestDelegate, and its result dropped.
        group.MapGet("", async (HttpContext http, CancellationToken cancellation) =>
            await ShowAsync<HostPage>(pages, http, new { State = await reader.ReadAsync(cancellation) }));
        group.MapGet("/state", async (CancellationToken cancellation) => Results.Json(await reader.ReadAsync(cancellation), Json));
        group.MapGet("/queues/{name}", async (HttpContext http, string name) => await reader.PoisonAsync(name, http.RequestAborted) is { } messages
            ? await ShowAsync<PoisonPage>(pages, http, new { Queue = name, Messages = messages, reader.CanReplay })
            : Results.NotFound());
        group.MapGet("/instances", async (HttpContext http, string? status, string? id) =>
        {
            OrchestrationRuntimeStatus? wanted = Enum.TryParse<OrchestrationRuntimeStatus>(status, out var known) ? known : null;
            var found = await reader.Instances.FindAsync(wanted, id, http.RequestAborted);
            return await ShowAsync<InstancesPage>(pages, http, new { Status = wanted, Id = id, Instances = found });
        });
        group.MapGet("/instances/{id}", async (HttpContext http, string id) =>
            await reader.Instances.ReadAsync(id) is { } found
                ? await ShowAsync<InstancePage>(pages, http, new { found.Instance, found.Lines })
                : Results.NotFound());
    }

    private static Task<IResult> ShowAsync<TPage>(PageRenderer pages, HttpContext http, object parameters)
        where TPage : IComponent =>
        pages.PageAsync<TPage>(http, parameters.GetType().GetProperties().ToDictionary(property => property.Name, property => property.GetValue(parameters)));

    // A page elsewhere could have a name of its own point at this machine and read keys through the visitor's browser.
    private static async ValueTask<object?> OnlyLocalhostAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next) =>
        call.HttpContext.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]" ? await next(call) : Results.NotFound();

    private static async ValueTask<object?> WhenItRunsAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        try
        {
            return await next(call);
        }
        catch (HostAwayException away)
        {
            return Results.Problem($"{away.Message} Its log says why.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
