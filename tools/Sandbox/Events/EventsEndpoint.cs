namespace CxFunctions.Sandbox.Events;

/// <summary>Reads and sets where events go: <c>GET</c> and <c>PUT /sandbox/events</c>, and the address for agreeing by hand.</summary>
internal sealed class EventsEndpoint(EventSubscription subscription, EventFeed feed)
{
    private sealed record Request(string? Url, EventSchema? Schema);

    // The query of the address holds a key, so it is not shown.
    public IResult Get() => Results.Json(
        new { url = subscription.Current?.Url.GetLeftPart(UriPartial.Path), schema = subscription.Current?.Schema, feed = feed.Snapshot() },
        SandboxJson.Options);

    public async Task<IResult> PutAsync(HttpContext context)
    {
        var body = await RawBody.ReadAsync(context);
        var request = SandboxJson.Read<Request>(body.Span, out var problem);
        Uri? url = null;
        if (problem is not null || (request!.Url is not null && !Uri.TryCreate(request.Url, UriKind.Absolute, out url)))
        {
            return ServiceErrors.BadRequest(problem ?? "url must be absolute or null.");
        }

        subscription.Set(url, request!.Schema ?? EventSchema.EventGridSchema);
        return Get();
    }

    public IResult Validate(string? id) => id is not null && subscription.AgreeByHand(id)
        ? Results.Text("Webhook successfully validated as a subscription endpoint.")
        : Results.NotFound();
}
