using CxFunctions.Catalog;
using CxFunctions.Rollups;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Dashboard.Exports;

/// <summary>
/// Scores by <c>grain</c> (hour, day, month): of all together, of one value (<c>branch=Lima</c>), or of every value (<c>branch=*</c>) of one dimension.
/// </summary>
public sealed class RollupsEndpoint(Export export, RollupStore rollups, ProgramCatalog catalog)
{
    [Function("Rollups")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/rollups")] HttpRequest request) =>
        export.RunAsync(request, "rollups", TimeSpan.FromDays(30), _ => RollupItem.Columns, part => ListAsync(part, KeyOf(part, GrainOf(request)), request.HttpContext.RequestAborted));

    private async IAsyncEnumerable<ExportItem> ListAsync(ExportPart part, RollupKey key, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var calendar = ProgramCalendar.Of(catalog.Find(part.List));
        // A day means the program's. Buckets are whole: the one that `from` lies in is counted in.
        var (from, to) = (calendar.Of(key.Grain, part.Query.From.In(calendar.Zone)), part.Query.To.In(calendar.Zone));
        var list = key.Value == RollupKey.All && key.Dimension != RollupKey.All
            ? rollups.BreakdownAsync(key.Program, key.Touchpoint, key.Dimension, key.Grain, from, to, cancellationToken)
            : rollups.SeriesAsync(key, from, to, cancellationToken);
        await foreach (var rollup in list.OrderBy(r => RollupItem.Position(r), StringComparer.Ordinal).WithCancellation(cancellationToken))
        {
            if (part.After is null || string.CompareOrdinal(RollupItem.Position(rollup), part.After) > 0)
            {
                yield return RollupItem.Of(rollup, calendar);
            }
        }
    }

    /// <exception cref="ExportQueryException">More than one dimension is asked for.</exception>
    private static RollupKey KeyOf(ExportPart part, Grain grain)
    {
        var touchpoint = part.Query.Touchpoint ?? RollupKey.All;
        return part.Query.Dimensions.ToList() switch
        {
            [] => new RollupKey(part.List, touchpoint, RollupKey.All, RollupKey.All, grain),
            [(RollupKey.Channel, var channel)] => new RollupKey(part.List, touchpoint, RollupKey.Channel, channel.ToLowerInvariant(), grain),
            [var (dimension, value)] => new RollupKey(part.List, touchpoint, dimension, value, grain),
            var several => throw new ExportQueryException($"{string.Join(", ", several.Select(d => d.Key))}: rollups are kept by one dimension at a time; name one of them."),
        };
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
