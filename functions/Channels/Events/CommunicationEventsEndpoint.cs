using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CxFunctions.Foundation;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxFunctions.Channels.Events;

/// <summary>
/// <c>POST /api/events/communication?code=…</c>: Event Grid delivers here, in either schema; OPTIONS is the handshake of the
/// CloudEvents schema. Anything but 2xx makes Event Grid come again, so a failure of ours is 503 and a wrong event is dropped.
/// </summary>
public sealed class CommunicationEventsEndpoint(CommunicationEventHandler handler, IOptions<CommunicationOptions> options, ILogger<CommunicationEventsEndpoint> log)
{
    private readonly byte[] _key = SHA256.HashData(Encoding.UTF8.GetBytes(options.Value.EventsKey!));

    [Function("CommunicationEvents")]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", "options", Route = "api/events/communication")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(request.Query["code"].ToString())), _key))
        {
            return Problems.Unauthorized("The query's code is not the events key.");
        }
        if (HttpMethods.IsOptions(request.Method))
        {
            return Handshake(request);
        }
        try
        {
            var body = await BinaryData.FromStreamAsync(request.Body, cancellationToken);
            var events = CommunicationEventParser.Parse(body, IsCloudEvents(request));
            if (events.OfType<CommunicationEvent.Validation>().FirstOrDefault() is { } validation)
            {
                return Results.Json(new { validationResponse = validation.Code });
            }
            foreach (var happened in events)
            {
                await handler.HandleAsync(happened, cancellationToken);
            }
            return Results.Ok();
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return Problems.BadRequest("The body holds no events of Event Grid.");
        }
        catch (Exception e) when (StorageTrouble.Is(e, cancellationToken))
        {
            log.EventsNotHandled(e);
            return Problems.Unavailable(request.HttpContext, TimeSpan.FromSeconds(30), "The events could not be stored.");
        }
    }

    private static bool IsCloudEvents(HttpRequest request) =>
        request.ContentType?.StartsWith("application/cloudevents", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>HTTP 1.1 Web Hooks for Event Delivery, section 4: the receiver names the origin and the rate it allows.</summary>
    private static IResult Handshake(HttpRequest request)
    {
        var headers = request.HttpContext.Response.Headers;
        var origin = request.Headers["WebHook-Request-Origin"].ToString();
        headers["WebHook-Allowed-Origin"] = origin.Length > 0 ? origin : "*";
        headers["WebHook-Allowed-Rate"] = "*";
        headers.Allow = "POST";
        return Results.Ok();
    }
}
