using CxFunctions.Sandbox.Events;
using CxFunctions.Sandbox.Faults;

namespace CxFunctions.Sandbox.Control;

/// <summary><c>GET</c> and <c>PUT /sandbox/faults</c>, and the counts of what they caused.</summary>
internal sealed class FaultsEndpoint(FaultBook faults, RequestCounts counts, EventFeed feed)
{
    public IResult Get() => Results.Json(faults.All, SandboxJson.Options);

    public async Task<IResult> PutAsync(HttpContext context)
    {
        var body = await RawBody.ReadAsync(context);
        var wanted = SandboxJson.Read<ServiceFaults>(body.Span, out var problem);
        problem ??= wanted!.Problem();
        if (problem is not null)
        {
            return ServiceErrors.BadRequest(problem);
        }

        faults.Set(wanted!);
        return Results.Json(wanted, SandboxJson.Options);
    }

    public IResult Stats()
    {
        var stats = counts.Snapshot().ToDictionary(s => s.Key, s => (object)s.Value);
        stats["events"] = feed.Snapshot();
        return Results.Json(stats, SandboxJson.Options);
    }
}
