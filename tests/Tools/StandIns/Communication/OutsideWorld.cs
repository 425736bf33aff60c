using System.Net.Http.Json;
using System.Text.Json;
using CxFunctions.Sandbox;

namespace CxFunctions.Tests.Tools.StandIns.Communication;

/// <summary>A Sandbox of its own for each test: what the service saw, and how it is to misbehave.</summary>
public abstract class OutsideWorld : IAsyncLifetime
{
    private readonly HttpClient _http = new();

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected SandboxServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await SandboxServer.StartAsync(new SandboxOptions(), Cancellation);
        _http.BaseAddress = Server.Url;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _http.Dispose();
        await Server.DisposeAsync();
    }

    protected async Task<JsonElement[]> MessagesAsync() =>
        [.. (await _http.GetFromJsonAsync<JsonElement>("/sandbox/messages", Cancellation)).EnumerateArray()];

    protected async Task<long> CountAsync(string service, string outcome) =>
        (await _http.GetFromJsonAsync<JsonElement>("/sandbox/stats", Cancellation)).GetProperty(service).GetProperty(outcome).GetInt64();

    protected async Task MisbehaveAsync(object faults) =>
        (await _http.PutAsJsonAsync("/sandbox/faults", faults, Cancellation)).EnsureSuccessStatusCode();

    protected Task BehaveAsync(string service) => MisbehaveAsync(new { service });

    /// <summary>Lets the service be well again once it has met the caller with its fault, which it must within half a minute.</summary>
    protected async Task BehaveAfterAsync(string service, string outcome)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (await CountAsync(service, outcome) == 0)
        {
            await Task.Delay(5, limit.Token);
        }
        await BehaveAsync(service);
    }

    /// <summary>A seed whose first draw lies in the given half: breaking the connection before the work, or after it.</summary>
    protected static int SeedOf(bool afterWork) => Enumerable.Range(0, 1000).First(seed => new Random(seed).NextDouble() >= 0.5 == afterWork);
}
