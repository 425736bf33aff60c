using CxFunctions.Foundation;
using CxFunctions.Foundation.Poison;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Dashboard.Operations;

/// <summary>For operations and their scripts: what failed for good and why, and its way back.</summary>
public sealed class PoisonEndpoint(PoisonQueues poison, ILogger<PoisonEndpoint> log)
{
    [Function("Poison")]
    public async Task<IResult> ListAsync([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/poison")] HttpRequest request)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        var queues = await Task.WhenAll(QueueNames.All.Select(queue => poison.LookAsync(queue, request.HttpContext.RequestAborted)));
        return Results.Json(new Found(queues), CxJson.Lenient);
    }

    /// <summary>All of a queue, or the one that <c>?id=</c> names; a bounded number a call, with whether there are more.</summary>
    [Function("ReplayPoison")]
    public async Task<IResult> ReplayAsync([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/poison/{queue}/replay")] HttpRequest request, string queue)
    {
        if (!QueueNames.All.Contains(queue))
        {
            return Problems.NotFound($"There is no such queue. There are: {string.Join(", ", QueueNames.All)}.");
        }
        var id = request.Query["id"].ToString() is { Length: > 0 } asked ? asked : null;
        var replay = await poison.ReplayAsync(queue, id, request.HttpContext.RequestAborted);
        log.PutBack(queue, replay.Replayed, "who holds a function key");
        return id is not null && replay.Replayed == 0
            ? Problems.NotFound($"No message of queue {queue} lies in poison under this id (any more). A message that goes there again has a new one.")
            : Results.Json(replay, CxJson.Lenient);
    }

    private sealed record Found(IReadOnlyList<PoisonQueue> Queues);
}
