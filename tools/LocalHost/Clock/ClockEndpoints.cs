using System.Xml;
using CxFunctions.LocalHost.Http;
using CxFunctions.LocalHost.Running;

namespace CxFunctions.LocalHost.Clock;

/// <summary><c>GET /clock</c> and <c>POST /clock/advance {"by":"PT20H"}</c>.</summary>
internal static class ClockEndpoints
{
    private sealed record Advance(string? By);

    public static void MapClock(this IEndpointRouteBuilder routes, ProductClock clock, TimeTravel travel)
    {
        routes.MapGet("/clock", () => Results.Json(Reading(clock)));
        routes.MapPost("/clock/advance", async (Advance request) =>
        {
            if (!TryParse(request.By, out var by))
            {
                return Results.Problem("\"by\" must be an ISO 8601 duration that is not negative, such as PT20H.", statusCode: StatusCodes.Status400BadRequest);
            }
            try
            {
                await travel.AdvanceAsync(by);
                return Results.Json(Reading(clock));
            }
            catch (InvalidOperationException runs)
            {
                return Results.Problem(runs.Message, statusCode: StatusCodes.Status409Conflict);
            }
        }).WithMetadata(new HttpServer.WaitsForRest());
    }

    private static object Reading(ProductClock clock) => new
    {
        now = clock.Provider.GetUtcNow(),
        speed = clock.Speed,
    };

    private static bool TryParse(string? text, out TimeSpan by)
    {
        by = default;
        try
        {
            by = text is null ? TimeSpan.MinValue : XmlConvert.ToTimeSpan(text);
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException)
        {
            return false;
        }
        return by >= TimeSpan.Zero;
    }
}
