using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CxFunctions.Sandbox;
using CxFunctions.Sandbox.Events;

namespace CxFunctions.Tests.Tools.Sandbox;

public sealed class EventTests : IAsyncLifetime
{
    private readonly HandClock _clock = new(new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));
    private EventListener _app = null!;

    public async ValueTask InitializeAsync() => _app = await EventListener.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData(EventSchema.EventGridSchema, "eventType")]
    [InlineData(EventSchema.CloudEventSchemaV1_0, "type")]
    public async Task A_delivery_report_arrives_in_the_schema_chosen(EventSchema schema, string typeName)
    {
        await using var server = await StartAsync(schema);
        using var client = new SignedClient(server);
        using var answer = await client.SendSmsAsync("+51987654321", "Hola", tag: "survey-1");
        var id = (await answer.JsonAsync()).GetProperty("value")[0].Text("messageId");

        var report = (await _app.WaitAsync(1))[0];
        Assert.Equal("Microsoft.Communication.SMSDeliveryReportReceived", report.Text(typeName));
        var data = report.GetProperty("data");
        Assert.Equal((id, "Delivered", "survey-1"), (data.Text("messageId"), data.Text("deliveryStatus"), data.Text("tag")));
        Assert.Equal(("18335550100", "+51987654321"), (data.Text("from"), data.Text("to")));
        Assert.Equal("1", data.GetProperty("deliveryAttempts")[0].Text("segmentsSucceeded"));
        Assert.Equal(1, _app.Validations);
        await WaitForStatusAsync(client, "Delivered");
    }

    [Fact]
    public async Task A_reply_arrives_as_an_event_without_plus_signs_and_stands_in_the_thread()
    {
        await using var server = await StartAsync();
        using var client = new SignedClient(server);
        (await client.SendSmsAsync("+51987654321", "¿Del 0 al 10?")).Dispose();
        using var reply = await client.Plain.PostAsJsonAsync("/sandbox/phones/+51987654321/reply", new { text = "9" }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, reply.StatusCode);

        var received = (await _app.WaitAsync(2)).Single(e => e.Text("eventType") == "Microsoft.Communication.SMSReceived");
        var data = received.GetProperty("data");
        Assert.Equal(("51987654321", "18335550100", "9", "1"), (data.Text("from"), data.Text("to"), data.Text("message"), data.Text("segmentCount")));
        Assert.Equal(1, (await client.MessagesAsync()).GetArrayLength());
        Assert.Equal("9", Assert.Single((await client.MessagesAsync("?direction=in")).EnumerateArray()).Text("text"));
    }

    [Fact]
    public async Task Nobody_can_answer_a_message_never_sent()
    {
        await using var server = await StartAsync();
        using var client = new SignedClient(server);
        using var reply = await client.Plain.PostAsJsonAsync("/sandbox/phones/+51987654321/reply", new { text = "9" }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
    }

    [Fact]
    public async Task Stop_blocks_a_north_american_sender_as_its_carrier_would()
    {
        await using var server = await StartAsync();
        using var client = new SignedClient(server);
        (await client.SendSmsAsync("+14255550123", "Hello")).Dispose();
        await _app.WaitAsync(1);
        (await client.Plain.PostAsJsonAsync("/sandbox/phones/+14255550123/reply", new { text = " stop " }, TestContext.Current.CancellationToken)).Dispose();
        (await client.SendSmsAsync("+14255550123", "Hello again")).Dispose();
        var last = (await _app.WaitAsync(3)).Single(e => e.GetProperty("data").Text("deliveryStatus") == "Failed");
        Assert.Contains("blocked", last.GetProperty("data").Text("deliveryStatusDetails"));
    }

    [Fact]
    public async Task Undeliverable_ends_are_accepted_and_then_reported()
    {
        await using var server = await StartAsync();
        using var client = new SignedClient(server);
        (await client.FaultsAsync(new { service = "sms", undeliverable = new[] { "+51987654321" } })).Dispose();
        (await client.FaultsAsync(new { service = "email", undeliverable = new[] { "gone@example.com" } })).Dispose();
        using var sms = await client.SendSmsAsync("+51987654321", "Hola");
        using var email = await client.SendEmailAsync("gone@example.com", "s", "h");
        Assert.True((await sms.JsonAsync()).GetProperty("value")[0].GetProperty("successful").GetBoolean());
        Assert.Equal(HttpStatusCode.Accepted, email.StatusCode);

        var events = (await _app.WaitAsync(2)).Select(e => e.GetProperty("data")).ToList();
        Assert.Contains(events, data => data.Text("deliveryStatus") == "Failed");
        var bounce = events.Single(data => data.Text("status") == "Bounced");
        Assert.Equal("gone@example.com", bounce.Text("recipient"));
        Assert.Equal((await email.JsonAsync()).Text("id"), bounce.Text("messageId"));
    }

    [Fact]
    public async Task A_refused_event_comes_again_after_ten_seconds_of_the_worlds_clock_not_before()
    {
        _app.Answers.Enqueue(503);
        await using var server = await StartAsync();
        using var client = new SignedClient(server);
        (await client.SendSmsAsync("+51987654321", "Hola")).Dispose();
        while (_clock.Waiting == 0)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        _clock.Advance(TimeSpan.FromSeconds(9.9));
        await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Empty(_app.Events);
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        await _app.WaitAsync(1);
        Assert.Equal(["0", "1"], _app.DeliveryCounts);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(413)]
    public async Task Some_answers_are_final(int status)
    {
        _app.Answers.Enqueue(status);
        await using var server = await StartAsync();
        using var client = new SignedClient(server);
        (await client.SendSmsAsync("+51987654321", "Hola")).Dispose();
        JsonElement stats;
        do
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            stats = await client.StatsAsync("events");
        }
        while (stats.Text("open") != "0" || stats.Text("attempts") == "0");

        Assert.Equal(("1", "0"), (stats.Text("givenUp"), stats.Text("delivered")));
    }

    [Fact]
    public async Task Events_wait_until_there_is_an_address_that_agreed()
    {
        await using var server = await SandboxServer.StartAsync(new SandboxOptions { DeliveryReportDelay = TimeSpan.Zero }, TestContext.Current.CancellationToken);
        using var client = new SignedClient(server);
        (await client.SendSmsAsync("+51987654321", "Hola")).Dispose();
        server.EventsUrl = _app.Url;
        await _app.WaitAsync(1);
        Assert.Equal(1, _app.Validations);
    }

    [Fact]
    public async Task A_killed_sandbox_remembers_messages_repeats_and_undelivered_events()
    {
        var folder = Directory.CreateTempSubdirectory("sandbox").FullName;
        var repeatability = Guid.NewGuid();
        string? id;
        await using (var first = await SandboxServer.StartAsync(new SandboxOptions { DataFolder = folder, DeliveryReportDelay = TimeSpan.Zero }, TestContext.Current.CancellationToken))
        {
            using var client = new SignedClient(first);
            using var answer = await client.SendSmsAsync("+51987654321", "Hola", repeatability);
            id = (await answer.JsonAsync()).GetProperty("value")[0].Text("messageId");
            await WaitForStatusAsync(client, "Delivered");
        }

        // A line half written when the process died.
        await File.AppendAllTextAsync(Path.Combine(folder, "sandbox.jsonl"), "{\"entry\":\"mess", TestContext.Current.CancellationToken);
        await using var second = await SandboxServer.StartAsync(new SandboxOptions { DataFolder = folder, EventsUrl = _app.Url }, TestContext.Current.CancellationToken);
        using var again = new SignedClient(second);
        var report = (await _app.WaitAsync(1))[0];
        Assert.Equal(id, report.GetProperty("data").Text("messageId"));
        using var repeated = await again.SendSmsAsync("+51987654321", "Hola", repeatability);
        Assert.Equal(id, (await repeated.JsonAsync()).GetProperty("value")[0].Text("messageId"));
        Assert.Equal(1, (await again.MessagesAsync()).GetArrayLength());
        Directory.Delete(folder, true);
    }

    private Task<SandboxServer> StartAsync(EventSchema schema = EventSchema.EventGridSchema) => SandboxServer.StartAsync(new SandboxOptions
    {
        EventsUrl = _app.Url,
        EventSchema = schema,
        TimeProvider = _clock,
        DeliveryReportDelay = TimeSpan.Zero,
    });

    private static async Task WaitForStatusAsync(SignedClient client, string status)
    {
        for (var i = 0; i < 200; i++)
        {
            if ((await client.MessagesAsync()).EnumerateArray().All(m => m.Text("status") == status))
            {
                return;
            }

            await Task.Delay(20);
        }

        Assert.Fail($"No message became {status}.");
    }
}
