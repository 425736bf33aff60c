using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Azure.Storage.Queues;
using CxFunctions.Catalog;
using CxFunctions.CrmSimulator.Signing;
using CxFunctions.Foundation;
using CxFunctions.Intake;
using CxFunctions.Intake.Standard;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CxFunctions.Tests.Unit.Intake;

public sealed class StorageOutageTests
{
    private const string Secret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    [Fact]
    public async Task While_the_queue_is_out_of_reach_nothing_is_claimed_to_be_accepted_and_the_sender_hears_it_in_time()
    {
        var handler = Handler(queuePort: ClosedPort());
        var context = Delivery("""{"id":"T-1","program":"p","touchpoint":"t","occurredAt":"2026-11-22T10:15:00Z","contact":{"id":"C-1"}}""");
        var watch = Stopwatch.StartNew();

        var result = await handler.HandleAsync("standard", context.Request, TestContext.Current.CancellationToken);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"took {watch.Elapsed}");
        await result.ExecuteAsync(context);
        Assert.Equal(503, context.Response.StatusCode);
        Assert.Equal("10", context.Response.Headers.RetryAfter.ToString());
        context.Response.Body.Position = 0;
        Assert.Equal("urn:cxfunctions:problem:unavailable", (await JsonSerializer.DeserializeAsync<JsonElement>(context.Response.Body, cancellationToken: TestContext.Current.CancellationToken)).GetProperty("type").GetString());
    }

    private static WebhookHandler Handler(int queuePort)
    {
        var queues = new QueueServiceClient(
            $"DefaultEndpointsProtocol=http;AccountName=cx;AccountKey={Convert.ToBase64String(new byte[32])};QueueEndpoint=http://127.0.0.1:{queuePort}/cx;", QueueSender.Requests);
        var options = new WebhookOptions();
        options.Sources["standard"] = new() { Secrets = { Secret } };
        return new WebhookHandler(
            [new StandardSource(new ProgramCatalog([]))], Options.Create(options), Options.Create(new CxOptions { PublicUrl = new Uri("https://cx.example") }),
            new DeliverySender(new QueueSender(queues)), TimeProvider.System, NullLogger<WebhookHandler>.Instance);
    }

    private static DefaultHttpContext Delivery(string json)
    {
        var body = System.Text.Encoding.UTF8.GetBytes(json);
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        context.Request.Method = "POST";
        context.Request.Body = new MemoryStream(body);
        context.Response.Body = new MemoryStream();
        foreach (var (name, value) in new StandardWebhooksSigner(Secret).Headers("msg_1", DateTimeOffset.UtcNow, body))
        {
            context.Request.Headers[name] = value;
        }
        return context;
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
