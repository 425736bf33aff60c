using CxFunctions.Rollups;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Dashboard.Exports;

/// <summary>
/// Scores by <c>grain</c> (hour, day, month): of all together, of one value (<c>branch=Lima</c>), or of every value (<c>branch=*</c>) of one dimension.
/// </summary>
public sealed class RollupsEndpoint(Export export, RollupStore rollups)
{
    [Function("Rollups")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/rollups")] HttpRequest request) =>
        export.RunAsync(request, "rollups", TimeSpan.FromDays(30), _ => RollupItem.Columns, query => ListAsync(query, GrainOf(request), request.HttpContext.RequestAborted));

    private async IAsyncEnumerable<ExportItem> ListAsync(ExportQuery query, Grain grain, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var touchpoint = query.Touchpoint ?? RollupKey.All;
        var (dimension, value) = query.Dimensions.Count == 0 ? (RollupKey.All, RollupKey.All) : (query.Dimensions.First().Key, query.Dimensions.First().Value);
        // Buckets are whole: the one that `from` lies in is counted in.
        var from = Buckets.Of(grain, query.From);
        var list = value == RollupKey.All && dimension != RollupKey.All
            ? rollups.BreakdownAsync(query.Program.Id, touchpoint, dimension, grain, from, query.To, cancellationToken)
            : rollups.SeriesAsync(new RollupKey(query.Program.Id, touchpoint, dimension, dimension == RollupKey.Channel ? value.ToLowerInvariant() : value, grain), from, query.To, cancellationToken);
        await foreach (var rollup in list.OrderBy(r => RollupItem.Position(r), StringComparer.Ordinal).WithCancellation(cancellationToken))
        {
            if (query.After is null || string.CompareOrdinal(RollupItem.Position(rollup), query.After) > 0)
            {
                yield return RollupItem.Of(rollup);
            }
        }
    }

    private static Grain GrainOf(HttpRequest request)
    {
        if (request.Query["grain"].ToString() is not { Length: > 0 } text)
        {
            return Grain.Day;
        }
        return Enum.TryParse<Grain>(text, ignoreCase: true, out var grain) && Enum.IsDefined(grain) ? grain : throw new ExportQueryException("grain: hour, day or month.");
    }
}
