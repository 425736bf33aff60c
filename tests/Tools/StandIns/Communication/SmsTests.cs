using System.Net;
using Azure;
using Azure.Communication.Sms;
using Azure.Core;
using Azure.Core.Pipeline;

namespace CxFunctions.Tests.Tools.StandIns.Communication;

public sealed class SmsTests : OutsideWorld
{
    private const string From = "+18335550100";
    private const string To = "+51987654321";
    private const string Sms = "sms";

    [Fact]
    public async Task A_text_arrives_as_it_was_written()
    {
        var sent = await Client().SendAsync(From, To, "¿Qué tal? 😀 \"1\"", new SmsSendOptions(enableDeliveryReport: true) { Tag = "survey-1" }, Cancellation);
        Assert.Equal(202, sent.GetRawResponse().Status);
        Assert.Equal((To, 202, true, null), (sent.Value.To, sent.Value.HttpStatusCode, sent.Value.Successful, sent.Value.ErrorMessage));

        var message = Assert.Single(await MessagesAsync());
        Assert.Equal(sent.Value.MessageId, message.GetProperty("id").GetString());
        Assert.Equal("¿Qué tal? 😀 \"1\"", message.GetProperty("text").GetString());
        Assert.Equal("survey-1", message.GetProperty("tag").GetString());
        Assert.True(message.GetProperty("wantsReport").GetBoolean());
    }

    [Fact]
    public async Task Each_recipient_has_a_result_and_one_refused_does_not_hold_up_the_others()
    {
        var results = (await Client().SendAsync(From, [To, "nonsense", "+5215512345678"], "Hola", cancellationToken: Cancellation)).Value;
        Assert.Equal([true, false, true], results.Select(result => result.Successful));
        Assert.Equal((400, "Invalid To phone number format."), (results[1].HttpStatusCode, results[1].ErrorMessage));
        Assert.Equal(2, (await MessagesAsync()).Length);
    }

    [Fact]
    public void A_waiting_caller_gets_the_same() => Assert.True(Client().Send(From, To, "Hola", cancellationToken: Cancellation).Value.Successful);

    [Fact]
    public async Task A_refused_request_is_said_by_code_and_message()
    {
        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => Client().SendAsync("nobody at all, too long", To, "Hola", cancellationToken: Cancellation));
        Assert.Equal((400, "BadRequest"), (refusal.Status, refusal.ErrorCode));
        Assert.StartsWith("Invalid From phone number format.", refusal.Message);
    }

    [Fact]
    public async Task Two_calls_are_two_messages()
    {
        await Client().SendAsync(From, To, "Hola", cancellationToken: Cancellation);
        await Client().SendAsync(From, To, "Hola", cancellationToken: Cancellation);
        Assert.Equal(2, (await MessagesAsync()).Length);
    }

    [Fact]
    public async Task Two_calls_under_one_id_are_one_message()
    {
        var policy = new FixedRepeatability(Guid.NewGuid());
        var options = Options(retries: 0);
        options.AddPolicy(policy, HttpPipelinePosition.PerCall);
        var client = new SmsClient(Server.ConnectionString, options);

        var first = await client.SendAsync(From, To, "Hola", cancellationToken: Cancellation);
        var again = await client.SendAsync(From, To, "Hola", cancellationToken: Cancellation);
        Assert.Equal(first.Value.MessageId, again.Value.MessageId);
        Assert.Single(await MessagesAsync());
        Assert.Equal(2, policy.Replaced.Distinct().Count());
        Assert.All(policy.Replaced, id => Guid.ParseExact(id, "D"));
    }

    [Fact]
    public async Task A_throttled_call_waits_as_told_and_goes_through()
    {
        await MisbehaveAsync(new { service = Sms, rate429 = 1.0, retryAfterSeconds = 1 });
        var started = TimeProvider.System.GetTimestamp();
        var send = Client(retries: 6).SendAsync(From, To, "Hola", cancellationToken: Cancellation);
        await BehaveAfterAsync(Sms, "throttled");
        Assert.True((await send).Value.Successful);
        Assert.True(TimeProvider.System.GetElapsedTime(started) >= TimeSpan.FromSeconds(0.95), "Retry-After was not heeded.");
        Assert.Single(await MessagesAsync());
    }

    [Fact]
    public async Task A_failing_service_is_tried_again_and_then_reported()
    {
        await MisbehaveAsync(new { service = Sms, rate500 = 1.0 });
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => Client(retries: 2).SendAsync(From, To, "Hola", cancellationToken: Cancellation));
        Assert.Equal((500, "InternalServerError"), (failure.Status, failure.ErrorCode));
        Assert.Equal(3, await CountAsync(Sms, "failed"));
    }

    [Theory]
    [InlineData(false, "dropped")]
    [InlineData(true, "droppedAfterWork")]
    public async Task A_connection_that_breaks_before_or_after_the_work_makes_one_message(bool afterWork, string outcome)
    {
        await MisbehaveAsync(new { service = Sms, drop = 1.0, seed = SeedOf(afterWork) });
        var options = Options(retries: 6);
        options.Retry.Delay = options.Retry.MaxDelay = TimeSpan.FromSeconds(1);
        var send = new SmsClient(Server.ConnectionString, options).SendAsync(From, To, "Hola", cancellationToken: Cancellation);
        await BehaveAfterAsync(Sms, outcome);
        Assert.True((await send).Value.Successful);
        Assert.Single(await MessagesAsync());
        Assert.Equal(afterWork ? 1 : 0, await CountAsync(Sms, "duplicatesSuppressed"));
    }

    [Fact]
    public async Task The_request_is_what_the_service_documents()
    {
        var handler = new RecordingHandler(HttpStatusCode.Accepted, """{"value":[{"to":"+51987654321","httpStatusCode":202,"successful":true}]}""");
        var client = new SmsClient(Server.ConnectionString, new() { Transport = new HttpClientTransport(handler) });
        await client.SendAsync(From, To, "Hola", cancellationToken: Cancellation);

        var sent = handler.Requests.Single();
        Assert.Equal("/sms?api-version=2021-03-07", sent.Uri.PathAndQuery);
        Assert.Equal("application/json", sent.Headers["Content-Type"]);
        Assert.Matches(
            """^{"from":"\\u002B18335550100","smsRecipients":\[{"to":"\\u002B51987654321","repeatabilityRequestId":"[0-9a-f-]{36}","repeatabilityFirstSent":"\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT"}\],"message":"Hola"}$""",
            sent.Body);
    }

    [Fact]
    public async Task Nothing_is_sent_to_nobody()
    {
        await Assert.ThrowsAsync<ArgumentException>("to", () => Client().SendAsync(From, Array.Empty<string>(), "Hola", cancellationToken: Cancellation));
        await Assert.ThrowsAsync<ArgumentException>("from", () => Client().SendAsync("", To, "Hola", cancellationToken: Cancellation));
    }

    private static SmsClientOptions Options(int retries) =>
        new() { Retry = { MaxRetries = retries, Delay = TimeSpan.FromMilliseconds(10), MaxDelay = TimeSpan.FromMilliseconds(20) } };

    private SmsClient Client(int retries = 0) => new(Server.ConnectionString, Options(retries));
}
