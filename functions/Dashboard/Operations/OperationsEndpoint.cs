using CxFunctions.Dashboard.Pages;
using CxFunctions.Dashboard.SignIn;
using CxFunctions.Foundation;
using CxFunctions.Foundation.Poison;
using CxFunctions.Staff;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Dashboard.Operations;

/// <summary>The operations page: queues, what failed for good and why, who waits to be told; and its buttons.</summary>
public sealed class OperationsEndpoint(StaffDoor door, OperationsReader reader, PoisonQueues poison, PageRenderer pages, ILogger<OperationsEndpoint> log)
{
    public const string Path = "/dashboard/operations";

    [Function("Operations")]
    public async Task<IResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dashboard/operations")] HttpRequest request)
    {
        if (await door.WhoIsAsync(request) is null)
        {
            return Results.LocalRedirect(SignInEndpoint.Path);
        }
        var view = await reader.ReadAsync(request.Query, request.HttpContext.RequestAborted);
        return await pages.PageAsync<OperationsPage>(request.HttpContext, new Dictionary<string, object?> { [nameof(OperationsPage.View)] = view });
    }

    [Function("OperationsReplay")]
    public async Task<IResult> ReplayAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "dashboard/operations/replay")] HttpRequest request)
    {
        if (await door.WhoIsAsync(request) is not { } who)
        {
            return Results.LocalRedirect(SignInEndpoint.Path);
        }
        if (!StaffDoor.IsFromOwnPage(request) || !request.HasFormContentType)
        {
            return Problems.BadRequest("Send the operations page's form (application/x-www-form-urlencoded).");
        }
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var queue = form["queue"].ToString();
        if (!QueueNames.All.Contains(queue))
        {
            return Problems.Invalid("There is no such queue.");
        }
        var id = form["id"].ToString() is { Length: > 0 } one ? one : null;
        var replay = await poison.ReplayAsync(queue, id, request.HttpContext.RequestAborted);
        log.PutBack(queue, replay.Replayed, $"person {door.Digest(who)}");
        request.HttpContext.Response.Headers.Location = $"{Path}?queue={queue}&replayed={replay.Replayed}#news";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
