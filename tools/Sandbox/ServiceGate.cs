using CxFunctions.Sandbox.Authentication;
using CxFunctions.Sandbox.Faults;

namespace CxFunctions.Sandbox;

/// <summary>What every request to a service passes before its handler: raw bytes kept, key or signature, version, faults, counting.</summary>
internal sealed class ServiceGate(string service, FaultBook faults, RequestCounts counts, HmacCheck hmac, LanguageKeyCheck language)
    : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        counts.Add(service, Outcomes.Requests);
        var body = await RawBody.ReadAsync(http);

        var refusal = service == Services.Language ? language.Refusal(http.Request) : hmac.Refusal(http.Request, body.Span);
        if (refusal is not null)
        {
            counts.Add(service, Outcomes.Unauthorized);
            return ServiceErrors.Of(401, service == Services.Language ? "401" : "Denied", refusal);
        }

        if (!http.Request.Query.ContainsKey("api-version"))
        {
            counts.Add(service, Outcomes.Rejected);
            return ServiceErrors.Of(400, "MissingApiVersionParameter", "The api-version query parameter (?api-version=) is required for all requests.");
        }

        return await BehaveAsync(context, next);
    }

    private async Task<object?> BehaveAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var fault = faults.Draw(service);
        if (fault.Latency > TimeSpan.Zero)
        {
            await Task.Delay(fault.Latency, http.RequestAborted);
        }

        switch (fault.Kind)
        {
            case FaultKind.Refuse:
                counts.Add(service, Outcomes.Rejected);
                return ServiceErrors.Of(fault.Refuse!.Status, fault.Refuse.Code, fault.Refuse.Message);
            case FaultKind.Throttle:
                counts.Add(service, Outcomes.Throttled);
                http.Response.Headers.RetryAfter = fault.RetryAfterSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
                return ServiceErrors.Of(429, "TooManyRequests", "The request was throttled. Retry after the time given.");
            case FaultKind.Error:
                counts.Add(service, Outcomes.Failed);
                // As services do in their worst moments, with what they were sent: whoever logs this has logged a person.
                return ServiceErrors.Of(500, "InternalServerError", $"The service met an internal error: {System.Text.Encoding.UTF8.GetString(RawBody.Of(http))}");
            case FaultKind.DropBeforeWork:
                counts.Add(service, Outcomes.Dropped);
                http.Abort();
                return Results.Empty;
        }

        var answer = await next(context);
        var status = (answer as IStatusCodeHttpResult)?.StatusCode ?? 200;
        counts.Add(service, status < 400 ? Outcomes.Accepted : Outcomes.Rejected);
        if (fault.Kind != FaultKind.DropAfterWork)
        {
            return answer;
        }

        counts.Add(service, Outcomes.DroppedAfterWork);
        http.Abort();
        return Results.Empty;
    }
}
