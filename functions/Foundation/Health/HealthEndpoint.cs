using Azure;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Foundation.Health;

/// <summary>
/// <c>GET /health</c>: ready to take traffic, with the cause where not. <c>GET /health?probe=live</c>: only whether the process answers, so that a
/// storage outage does not make the platform restart what can't be mended by it.
/// </summary>
public sealed class HealthEndpoint(TableServiceClient tables, QueueServiceClient queues)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    [Function("Health")]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health")] HttpRequest request)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        if (request.Query["probe"] == "live")
        {
            return Results.Json(new Health("live", []), CxJson.Lenient);
        }
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(request.HttpContext.RequestAborted);
        patience.CancelAfter(Patience);
        var checks = await Task.WhenAll(
            CheckAsync("tables", () => tables.GetTableClient(TableNames.Spend).GetEntityIfExistsAsync<TableEntity>("health", "health", cancellationToken: patience.Token)),
            CheckAsync("queues", () => queues.GetQueueClient(QueueNames.Transactions).GetPropertiesAsync(patience.Token)));
        var ready = checks.All(c => c.Cause is null);
        return Results.Json(new Health(ready ? "ready" : "unready", checks), CxJson.Lenient, statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<HealthCheck> CheckAsync(string name, Func<Task> check)
    {
        try
        {
            await check();
            return new HealthCheck(name, Cause: null);
        }
        catch (Exception e) when (e is RequestFailedException or OperationCanceledException or AggregateException)
        {
            // Codes only: messages of storage errors name accounts.
            var cause = e is RequestFailedException { Status: > 0 } refused ? $"{refused.Status} {refused.ErrorCode}" : $"not answered within {Patience.TotalSeconds:0} s";
            return new HealthCheck(name, cause);
        }
    }

    /// <param name="Status">live, ready or unready.</param>
    /// <param name="Checks">What readiness rests on.</param>
    private sealed record Health(string Status, IReadOnlyList<HealthCheck> Checks);

    private sealed record HealthCheck(string Name, string? Cause);
}
