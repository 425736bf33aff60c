using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.Tools.Sandbox;

/// <summary>An endpoint for events, as an app has one: validates, records, and answers what it is told to.</summary>
internal sealed class EventListener : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EventListener(WebApplication app) => _app = app;

    public ConcurrentQueue<JsonElement> Events { get; } = new();

    public ConcurrentQueue<string> DeliveryCounts { get; } = new();

    public int Validations { get; private set; }

    /// <summary>Statuses to answer, in order; then 200.</summary>
    public ConcurrentQueue<int> Answers { get; } = new();

    public Uri Url => new(_app.Urls.Single() + "/events?code=secret");

    public static async Task<EventListener> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var listener = new EventListener(app);
        app.UseRouting();
        app.Map("/events", listener.ReceiveAsync);
        await app.StartAsync();
        return listener;
    }

    /// <summary>Waits for so many events, up to ten seconds.</summary>
    public async Task<IReadOnlyList<JsonElement>> WaitAsync(int count)
    {
        for (var i = 0; i < 500 && Events.Count < count; i++)
        {
            await Task.Delay(20);
        }

        Assert.True(Events.Count >= count, $"{Events.Count} events came instead of {count}.");
        return [.. Events];
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        if (context.Request.Query["code"] != "secret")
        {
            context.Response.StatusCode = 401;
            return;
        }

        if (context.Request.Method == "OPTIONS")
        {
            Validations++;
            context.Response.Headers["WebHook-Allowed-Origin"] = context.Request.Headers["WebHook-Request-Origin"];
            return;
        }

        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        if (context.Request.Headers["aeg-event-type"] == "SubscriptionValidation")
        {
            Validations++;
            var code = body.RootElement[0].GetProperty("data").Text("validationCode");
            await context.Response.WriteAsync(JsonSerializer.Serialize(new { validationResponse = code }), Encoding.UTF8);
            return;
        }

        DeliveryCounts.Enqueue(context.Request.Headers["aeg-delivery-count"].ToString());
        context.Response.StatusCode = Answers.TryDequeue(out var status) ? status : 200;
        if (context.Response.StatusCode == 200)
        {
            Events.Enqueue(body.RootElement.ValueKind == JsonValueKind.Array ? body.RootElement[0].Clone() : body.RootElement.Clone());
        }
    }
}
