using System.Net;
using Azure;
using Azure.Communication;
using Azure.Communication.Sms;
using Azure.Core;
using Azure.Core.Pipeline;

namespace CxFunctions.Tests.Tools.StandIns.Communication;

public sealed class AuthenticationTests : OutsideWorld
{
    private static readonly string VectorKey = Convert.ToBase64String("0123456789abcdef0123456789abcdef"u8);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_signature_agrees_with_the_vector(bool waiting)
    {
        var handler = new RecordingHandler(HttpStatusCode.Accepted);
        var options = new SmsClientOptions { Transport = new HttpClientTransport(handler) };
        var pipeline = HttpPipelineBuilder.Build(options, new HmacAuthenticationPolicy(new(VectorKey), FixedTime.OfVectors));
        using var message = pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(new Uri("https://contoso.unitedstates.communication.azure.com/sms?api-version=2026-01-23"));
        message.Request.Content = RequestContent.Create("{}"u8.ToArray());
        await (waiting ? new ValueTask(Task.Run(() => pipeline.Send(message, Cancellation), Cancellation)) : pipeline.SendAsync(message, Cancellation));

        var headers = handler.Requests.Single().Headers;
        Assert.Equal("Tue, 14 Nov 2023 22:13:20 GMT", headers["x-ms-date"]);
        Assert.Equal("RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=", headers["x-ms-content-sha256"]);
        Assert.Equal(
            "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=CmWwQzWEJ+/B4Sr4tZrUlDc9css7F5D5F28D7y6c9WU=",
            headers["Authorization"]);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_by_name()
    {
        var client = new SmsClient(Server.Url, new AzureKeyCredential(VectorKey));
        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => client.SendAsync("+18335550100", "+51987654321", "Hola", cancellationToken: Cancellation));
        Assert.Equal((401, "Denied"), (refusal.Status, refusal.ErrorCode));
        Assert.Empty(await MessagesAsync());
    }

    [Fact]
    public async Task A_token_is_asked_for_the_service_and_sent_as_bearer()
    {
        var handler = new RecordingHandler(HttpStatusCode.Accepted, """{"value":[{"to":"+51987654321","httpStatusCode":202,"successful":true}]}""");
        var credential = DelegatedTokenCredential.Create((request, _) => new AccessToken(string.Join(' ', request.Scopes), DateTimeOffset.MaxValue));
        var client = new SmsClient(new("https://contoso.unitedstates.communication.azure.com"), credential, new() { Transport = new HttpClientTransport(handler) });
        await client.SendAsync("+18335550100", "+51987654321", "Hola", cancellationToken: Cancellation);
        Assert.Equal("Bearer https://communication.azure.com//.default", handler.Requests.Single().Headers["Authorization"]);
    }

    [Theory]
    [InlineData("endpoint=https://x/")]
    [InlineData("accesskey=AAAA")]
    [InlineData("endpoint=https://x/;accesskey=")]
    [InlineData("endpoint=https://x/;endpoint=https://y/;accesskey=AAAA")]
    [InlineData("nonsense")]
    public void A_connection_string_without_endpoint_or_key_is_refused(string connectionString) =>
        Assert.Throws<InvalidOperationException>(() => new SmsClient(connectionString));
}
