using System.Net;
using System.Text.Json;
using Azure;
using Azure.Communication.Email;
using Azure.Core.Pipeline;

namespace CxFunctions.Tests.Tools.StandIns.Communication;

public sealed class EmailTests : OutsideWorld
{
    private const string Email = "email";

    [Fact]
    public async Task A_message_arrives_as_it_was_written()
    {
        var operation = await Client().SendAsync(WaitUntil.Started, Message("<p>¿Qué tal?</p>"), Cancellation);
        Assert.False(operation.HasCompleted);
        Assert.Throws<InvalidOperationException>(() => operation.Value);

        var message = Assert.Single(await MessagesAsync());
        Assert.Equal(operation.Id, message.GetProperty("id").GetString());
        Assert.Equal("ana@example.com", message.GetProperty("to").GetString());
        Assert.Equal("Su opinión", message.GetProperty("subject").GetString());
        Assert.Equal("<p>¿Qué tal?</p>", message.GetProperty("html").GetString());
    }

    [Fact]
    public async Task Who_waits_for_the_end_learns_that_it_was_handed_out()
    {
        var operation = await Client().SendAsync(WaitUntil.Completed, Message(), Cancellation);
        Assert.True(operation is { HasCompleted: true, HasValue: true });
        Assert.Equal(EmailSendStatus.Succeeded, operation.Value.Status);
        Assert.Equal(200, operation.GetRawResponse().Status);
    }

    [Fact]
    public async Task A_send_can_be_taken_up_again_by_its_id()
    {
        var id = (await Client().SendAsync(WaitUntil.Started, Message(), Cancellation)).Id;
        var operation = new EmailSendOperation(id, Client());
        await operation.UpdateStatusAsync(Cancellation);
        Assert.Equal(EmailSendStatus.Succeeded, operation.Value.Status);
    }

    [Fact]
    public void A_waiting_caller_gets_the_same() =>
        Assert.Equal(EmailSendStatus.Succeeded, Client().Send(WaitUntil.Completed, Message(), Guid.NewGuid(), Cancellation).Value.Status);

    [Fact]
    public async Task Two_sends_under_one_id_are_one_message()
    {
        var id = Guid.NewGuid();
        var first = await Client().SendAsync(WaitUntil.Started, Message(), id, Cancellation);
        var again = await Client().SendAsync(WaitUntil.Started, Message(), id, Cancellation);
        Assert.Equal((id.ToString(), id.ToString()), (first.Id, again.Id));
        Assert.Single(await MessagesAsync());

        await Client().SendAsync(WaitUntil.Started, Message(), Cancellation);
        Assert.Equal(2, (await MessagesAsync()).Length);
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_work_makes_one_message()
    {
        await MisbehaveAsync(new { service = Email, drop = 1.0, seed = SeedOf(afterWork: true) });
        var send = Client(retries: 6, TimeSpan.FromSeconds(1)).SendAsync(WaitUntil.Started, Message(), Guid.NewGuid(), Cancellation);
        await BehaveAfterAsync(Email, "droppedAfterWork");
        await send;
        Assert.Single(await MessagesAsync());
    }

    [Fact]
    public async Task A_throttled_call_waits_as_told_and_goes_through()
    {
        await MisbehaveAsync(new { service = Email, rate429 = 1.0, retryAfterSeconds = 1 });
        var started = TimeProvider.System.GetTimestamp();
        var send = Client(retries: 6).SendAsync(WaitUntil.Started, Message(), Cancellation);
        await BehaveAfterAsync(Email, "throttled");
        await send;
        Assert.True(TimeProvider.System.GetElapsedTime(started) >= TimeSpan.FromSeconds(0.95), "Retry-After was not heeded.");
    }

    [Fact]
    public async Task A_wrong_key_and_a_failing_service_are_said_by_their_codes()
    {
        var stranger = new EmailClient(Server.Url, new AzureKeyCredential("AAAA"));
        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => stranger.SendAsync(WaitUntil.Started, Message(), Cancellation));
        Assert.Equal((401, "Denied"), (refusal.Status, refusal.ErrorCode));

        await MisbehaveAsync(new { service = Email, rate500 = 1.0 });
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => Client().SendAsync(WaitUntil.Started, Message(), Cancellation));
        Assert.Equal((500, "InternalServerError"), (failure.Status, failure.ErrorCode));
    }

    [Fact]
    public async Task The_request_is_what_the_service_documents()
    {
        var handler = new RecordingHandler(HttpStatusCode.Accepted, """{"id":"op","status":"Running"}""");
        var client = new EmailClient(Server.ConnectionString, new() { Transport = new HttpClientTransport(handler) });
        var recipients = new EmailRecipients([new("ana@example.com", "Ana")], [new("cc@example.com")], [new("bcc@example.com")]);
        var message = new EmailMessage("survey@cx.example", recipients, new("Subject") { PlainText = "text", Html = "<p>html</p>" })
        {
            Headers = { ["List-Unsubscribe"] = "<https://x/stop>" },
            ReplyTo = { new("care@cx.example") },
            Attachments = { new("a.txt", "text/plain", BinaryData.FromString("hi")) { ContentId = "a" } },
            UserEngagementTrackingDisabled = true,
        };
        var id = Guid.NewGuid();
        var operation = await client.SendAsync(WaitUntil.Started, message, id, Cancellation);

        var sent = handler.Requests.Single();
        Assert.Equal("op", operation.Id);
        Assert.Equal("/emails:send?api-version=2024-07-01-preview", sent.Uri.PathAndQuery);
        Assert.Equal(id.ToString(), sent.Headers["Operation-Id"]);
        var expected = JsonSerializer.SerializeToElement(new
        {
            headers = new Dictionary<string, string> { ["List-Unsubscribe"] = "<https://x/stop>" },
            senderAddress = "survey@cx.example",
            content = new { subject = "Subject", plainText = "text", html = "<p>html</p>" },
            recipients = new
            {
                to = new[] { new { address = "ana@example.com", displayName = "Ana" } },
                cc = new[] { new { address = "cc@example.com" } },
                bcc = new[] { new { address = "bcc@example.com" } },
            },
            attachments = new[] { new { name = "a.txt", contentType = "text/plain", contentInBase64 = "aGk=", contentId = "a" } },
            replyTo = new[] { new { address = "care@cx.example" } },
            userEngagementTrackingDisabled = true,
        });
        Assert.True(JsonElement.DeepEquals(expected, JsonDocument.Parse(sent.Body).RootElement), sent.Body);
    }

    /// <summary>The sandbox hands every message out at once; the service may fail, which is told by a 200 with a reason.</summary>
    [Fact]
    public async Task A_failed_send_is_told_with_its_reason_however_often_it_is_asked_for()
    {
        var handler = new RecordingHandler(call => new HttpResponseMessage(call == 1 ? HttpStatusCode.Accepted : HttpStatusCode.OK)
        {
            Content = new StringContent(call switch
            {
                1 => """{"id":"op","status":"NotStarted"}""",
                2 => """{"id":"op","status":"Running"}""",
                _ => """{"id":"op","status":"Failed","error":{"code":"EmailDropped","message":"The recipient is on the suppression list."}}""",
            }),
            Headers = { { "retry-after", "0" } },
        });
        var client = new EmailClient(Server.ConnectionString, new() { Transport = new HttpClientTransport(handler) });
        var operation = await client.SendAsync(WaitUntil.Started, Message(), Cancellation);
        var failure = await Assert.ThrowsAsync<RequestFailedException>(async () => await operation.WaitForCompletionAsync(TimeSpan.FromMilliseconds(1), Cancellation));
        Assert.Equal("EmailDropped", failure.ErrorCode);
        Assert.StartsWith("The recipient is on the suppression list.", failure.Message);
        Assert.True(operation is { HasCompleted: true, HasValue: false });
        Assert.Throws<RequestFailedException>(() => operation.Value);
        await Assert.ThrowsAsync<RequestFailedException>(async () => await operation.UpdateStatusAsync(Cancellation));
    }

    [Fact]
    public async Task A_message_without_text_or_recipient_is_refused_before_it_is_sent()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Client().SendAsync(WaitUntil.Started, new EmailMessage("a@b.example", "c@d.example", new EmailContent("s")), Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(
            () => Client().SendAsync(WaitUntil.Started, new EmailMessage("a@b.example", new EmailRecipients([]), new EmailContent("s") { Html = "x" }), Cancellation));
    }

    private static EmailMessage Message(string html = "<p>Hola</p>") =>
        new("survey@cx.example", "ana@example.com", new EmailContent("Su opinión") { Html = html, PlainText = "Hola" });

    private EmailClient Client(int retries = 0, TimeSpan? delay = null) => new(
        Server.ConnectionString,
        new() { Retry = { MaxRetries = retries, Delay = delay ?? TimeSpan.FromMilliseconds(10), MaxDelay = delay ?? TimeSpan.FromMilliseconds(20) } });
}
