using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CxFunctions.Sandbox;

namespace CxFunctions.Tests.Tools.Sandbox;

/// <summary>Calls a Sandbox the way the services' documentation says, signing with its own arithmetic.</summary>
internal sealed class SignedClient(SandboxServer server, string? accessKey = null) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = server.Url };

    public TimeSpan Skew { get; init; }

    public HttpClient Plain => _http;

    public Task<HttpResponseMessage> SendSmsAsync(string to, string text, Guid? repeatability = null, string? tag = null) => PostAsync(
        "/sms?api-version=2026-01-23",
        new
        {
            from = "+18335550100",
            smsRecipients = new[]
            {
                new { to, repeatabilityRequestId = repeatability?.ToString(), repeatabilityFirstSent = repeatability is null ? null : DateTimeOffset.UtcNow.ToString("r") },
            },
            message = text,
            smsSendOptions = new { enableDeliveryReport = true, tag },
        });

    public Task<HttpResponseMessage> SendEmailAsync(string to, string subject, string html, Guid? operation = null) => PostAsync(
        "/emails:send?api-version=2025-09-01",
        new
        {
            senderAddress = "donotreply@bank.example",
            content = new { subject, html },
            recipients = new { to = new[] { new { address = to } } },
        },
        operation is null ? [] : [("Operation-Id", operation.Value.ToString())]);

    public Task<HttpResponseMessage> PostAsync(string target, object body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, target, JsonSerializer.SerializeToUtf8Bytes(body), null, headers);

    public Task<HttpResponseMessage> GetAsync(string target) => SendAsync(HttpMethod.Get, target, [], null);

    /// <param name="onTheWire">What is sent instead of the signed body.</param>
    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string target, byte[] body, byte[]? onTheWire, params (string Name, string Value)[] headers)
    {
        var date = (DateTimeOffset.UtcNow + Skew).ToString("r", CultureInfo.InvariantCulture);
        var hash = Convert.ToBase64String(SHA256.HashData(body));
        var key = Convert.FromBase64String(accessKey ?? SandboxOptions.DefaultAccessKey);
        var text = $"{method}\n{target}\n{date};{server.Url.Authority};{hash}";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));

        using var request = new HttpRequestMessage(method, target);
        if (method != HttpMethod.Get)
        {
            request.Content = new ByteArrayContent(onTheWire ?? body) { Headers = { ContentType = new("application/json") } };
        }

        request.Headers.Add("x-ms-date", date);
        request.Headers.Add("x-ms-content-sha256", hash);
        request.Headers.TryAddWithoutValidation("Authorization", $"HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature={signature}");
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await _http.SendAsync(request);
    }

    public async Task<JsonElement> MessagesAsync(string query = "") =>
        await _http.GetFromJsonAsync<JsonElement>($"/sandbox/messages{query}");

    public async Task<JsonElement> StatsAsync(string service) =>
        (await _http.GetFromJsonAsync<JsonElement>("/sandbox/stats")).GetProperty(service);

    public Task<HttpResponseMessage> FaultsAsync(object faults) => _http.PutAsJsonAsync("/sandbox/faults", faults);

    public void Dispose() => _http.Dispose();
}

internal static class Json
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response) =>
        await response.Content.ReadFromJsonAsync<JsonElement>();

    public static string? Text(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.ToString() : null;
}
