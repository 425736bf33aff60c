using System.Net.Http.Headers;
using System.Text.Json;

namespace CxFunctions.Sandbox.Events;

/// <summary>Puts an event into the body and headers of its schema.</summary>
internal static class EventEnvelope
{
    private const string Topic =
        "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/sandbox/providers/Microsoft.Communication/communicationServices/sandbox";

    public static HttpRequestMessage Request(Uri url, EventSchema schema, ServiceEvent happened, int deliveryCount)
    {
        var request = schema == EventSchema.EventGridSchema
            ? Post(url, new[] { EventGrid(happened) }, "application/json")
            : Post(url, CloudEvent(happened), "application/cloudevents+json");
        request.Headers.Add("aeg-event-type", "Notification");
        request.Headers.Add("aeg-subscription-name", "SANDBOX");
        request.Headers.Add("aeg-delivery-count", (deliveryCount - 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (schema == EventSchema.EventGridSchema)
        {
            request.Headers.Add("aeg-data-version", "1.0");
            request.Headers.Add("aeg-metadata-version", "1");
        }

        return request;
    }

    /// <summary>The one-element array by which Event Grid asks an endpoint whether it wants the events.</summary>
    public static HttpRequestMessage Validation(Uri url, string code, Uri validationUrl, DateTimeOffset now)
    {
        var request = Post(
            url,
            new[]
            {
                new
                {
                    id = Guid.NewGuid().ToString(),
                    topic = Topic,
                    subject = "",
                    data = new { validationCode = code, validationUrl = validationUrl.AbsoluteUri },
                    eventType = "Microsoft.EventGrid.SubscriptionValidationEvent",
                    eventTime = now.UtcDateTime,
                    metadataVersion = "1",
                    dataVersion = "1",
                },
            },
            "application/json");
        request.Headers.Add("aeg-event-type", "SubscriptionValidation");
        request.Headers.Add("aeg-subscription-name", "SANDBOX");
        return request;
    }

    /// <summary>The abuse protection of CloudEvents webhooks: OPTIONS with the origin that wants to send.</summary>
    public static HttpRequestMessage Handshake(Uri url)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, url);
        request.Headers.Add("WebHook-Request-Origin", "eventgrid.azure.net");
        return request;
    }

    private static object EventGrid(ServiceEvent happened) => new
    {
        id = happened.Id,
        topic = Topic,
        subject = happened.Subject,
        data = happened.Data,
        eventType = happened.Type,
        dataVersion = "1.0",
        metadataVersion = "1",
        eventTime = happened.Time.UtcDateTime,
    };

    private static object CloudEvent(ServiceEvent happened) => new
    {
        id = happened.Id,
        source = Topic,
        subject = happened.Subject,
        data = happened.Data,
        type = happened.Type,
        time = happened.Time.UtcDateTime,
        specversion = "1.0",
    };

    private static HttpRequestMessage Post(Uri url, object body, string contentType) => new(HttpMethod.Post, url)
    {
        Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, SandboxJson.Options))
        {
            Headers = { ContentType = new MediaTypeHeaderValue(contentType, "utf-8") },
        },
    };
}
