using System.Net;
using System.Text;
using CxFunctions.Sandbox;

namespace CxFunctions.Tests.Tools.Sandbox;

public sealed class AuthenticationTests : IAsyncLifetime
{
    private SandboxServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await SandboxServer.StartAsync(new SandboxOptions());

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_signed_request_is_accepted()
    {
        using var client = new SignedClient(_server);
        using var answer = await client.SendSmsAsync("+51987654321", "Hola");
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    [Fact]
    public async Task A_signature_with_another_key_is_denied_in_the_words_of_the_service()
    {
        using var client = new SignedClient(_server, Convert.ToBase64String("some other key"u8));
        using var answer = await client.SendSmsAsync("+51987654321", "Hola");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        var error = (await answer.JsonAsync()).GetProperty("error");
        Assert.Equal("Denied", error.Text("code"));
        Assert.Equal("Denied by the resource provider.", error.Text("message"));
        Assert.Equal(0, (await client.MessagesAsync()).GetArrayLength());
    }

    [Fact]
    public async Task A_body_changed_on_the_way_is_denied()
    {
        using var client = new SignedClient(_server);
        using var answer = await client.SendAsync(
            HttpMethod.Post, "/sms?api-version=2026-01-23", "{}"u8.ToArray(), Encoding.UTF8.GetBytes("{\"message\":\"forged\"}"));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("differs from generated content hash", (await answer.JsonAsync()).ToString());
    }

    [Theory]
    [InlineData(-14, HttpStatusCode.Accepted)]
    [InlineData(14, HttpStatusCode.Accepted)]
    [InlineData(-16, HttpStatusCode.Unauthorized)]
    [InlineData(16, HttpStatusCode.Unauthorized)]
    public async Task A_signature_is_good_for_a_quarter_of_an_hour(int minutes, HttpStatusCode expected)
    {
        using var client = new SignedClient(_server) { Skew = TimeSpan.FromMinutes(minutes) };
        using var answer = await client.SendSmsAsync("+51987654321", "Hola");
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_get_is_signed_over_the_hash_of_nothing_and_over_its_query_as_sent()
    {
        using var client = new SignedClient(_server);
        using var answer = await client.GetAsync("/emails/operations/none?api-version=2025-09-01&x=a%3Ab%20c");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer abc")]
    [InlineData("HMAC-SHA256 SignedHeaders=host&Signature=abc")]
    [InlineData("HMAC-SHA256 garbage")]
    public async Task Anything_else_is_denied(string? authorization)
    {
        using var http = new HttpClient { BaseAddress = _server.Url };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/emails:send?api-version=2025-09-01");
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}
