using System.Text.Json;
using Azure.Storage.Queues;
using CxFunctions.CrmSimulator;
using CxFunctions.CrmSimulator.Signing;
using CxFunctions.LocalHost.TimeMachine;
using CxFunctions.Tests.Harness;
using DurableTask.Core;

namespace CxFunctions.Tests.Browser.Operations;

/// <summary>A host on which journeys wait, one was ended, one failed, and two messages were given up for different reasons.</summary>
public sealed class OperationsSite : IAsyncLifetime
{
    public const string Queue = "transactions";
    private TestHost _host = null!;

    public string Url(string path) => new Uri(_host.Host.Url, path).ToString();

    public string HostKey => _host.Host.HostKey;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync(options => options with { ClockStart = TestHost.Start.AddHours(5) });
        await BuyAsync(people: 6);
        var journeys = new TaskHubClient(new TimeMachineClient(_host.Host.Parts.Hub!));
        await journeys.CreateOrchestrationInstanceAsync("SurveyJourneyOfLastYear", "", "journey-left-behind", null);
        await SpoilAsync();
        await _host.Host.AdvanceAsync(TimeSpan.FromHours(1));
    }

    public ValueTask DisposeAsync() => _host is null ? default : _host.DisposeAsync();

    private async Task BuyAsync(int people)
    {
        var now = _host.Host.Clock.GetUtcNow();
        var body = JsonSerializer.SerializeToUtf8Bytes(Enumerable.Range(0, people).Select(i => new
        {
            id = $"T-{i}",
            program = "retail",
            touchpoint = "purchase",
            occurredAt = now,
            contact = new { id = $"C-{i}", name = "Ana Quispe", phone = $"+5198765432{i}", locale = "es-PE", timeZone = "America/Lima", consent = new { sms = i > 0 } },
        }));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/webhooks/standard") { Content = new ByteArrayContent(body) };
        foreach (var (name, value) in new StandardWebhooksSigner(LocalSecrets.Standard).Headers("msg_1", now, body))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        using var accepted = await _host.Http.SendAsync(request);
        Assert.Equal(202, (int)accepted.StatusCode);
        await _host.Host.WhenIdleAsync();
    }

    private async Task SpoilAsync()
    {
        var queue = new QueueClient(_host.Host.Storage, Queue);
        await queue.SendMessageAsync("not base64!");
        await queue.SendMessageAsync(Convert.ToBase64String("""{"version":99}"""u8));
        await _host.Host.WhenIdleAsync();
    }
}
