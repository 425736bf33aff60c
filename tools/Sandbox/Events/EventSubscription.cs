using System.Text.Json;

namespace CxFunctions.Sandbox.Events;

/// <summary>Where events go, and whether that endpoint has agreed to take them. Asks until it agrees.</summary>
internal sealed class EventSubscription(HttpClient http, TimeProvider clock, ILogger<EventSubscription> logger) : IDisposable
{
    private readonly Lock _lock = new();
    private CancellationTokenSource _asking = new();
    private TaskCompletionSource<Endpoint> _agreed = NewWait();

    public sealed record Endpoint(Uri Url, EventSchema Schema);

    public Endpoint? Current { get; private set; }

    public bool IsValidated => _agreed.Task.IsCompletedSuccessfully;

    /// <summary>The address of this Sandbox, by which an endpoint may also agree by hand.</summary>
    public Uri? SandboxUrl { get; set; }

    private string _code = "";

    public void Set(Uri? url, EventSchema schema)
    {
        lock (_lock)
        {
            _asking.Cancel();
            _asking = new();
            if (_agreed.Task.IsCompleted)
            {
                _agreed = NewWait();
            }

            Current = url is null ? null : new(url, schema);
            _code = Guid.NewGuid().ToString().ToUpperInvariant();
            if (Current is not null)
            {
                _ = AskAsync(Current, _code, _asking.Token);
            }
        }
    }

    /// <summary>Ends when an endpoint has agreed.</summary>
    public Task<Endpoint> AgreedAsync(CancellationToken cancellationToken) => _agreed.Task.WaitAsync(cancellationToken);

    /// <summary>The endpoint's owner opened the validation address.</summary>
    public bool AgreeByHand(string code)
    {
        lock (_lock)
        {
            return Current is not null && code == _code && (Agree(Current) || true);
        }
    }

    public void Dispose()
    {
        _asking.Cancel();
        _asking.Dispose();
    }

    // Real time: the app may still be starting, whatever the clock of the outside world says.
    private async Task AskAsync(Endpoint endpoint, string code, CancellationToken cancellationToken)
    {
        var wait = TimeSpan.FromMilliseconds(200);
        try
        {
            while (!IsValidated)
            {
                if (await SaysYesAsync(endpoint, code, cancellationToken))
                {
                    Agree(endpoint);
                    EventLog.Validated(logger);
                    return;
                }

                await Task.Delay(wait, cancellationToken);
                wait = TimeSpan.FromMilliseconds(Math.Min(wait.TotalMilliseconds * 1.5, 5_000));
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Another endpoint was named, or the Sandbox ends.
        }
    }

    private async Task<bool> SaysYesAsync(Endpoint endpoint, string code, CancellationToken cancellationToken)
    {
        try
        {
            var byHand = new Uri(SandboxUrl!, $"/sandbox/events/validate?id={code}");
            using var request = endpoint.Schema == EventSchema.EventGridSchema
                ? EventEnvelope.Validation(endpoint.Url, code, byHand, clock.GetUtcNow())
                : EventEnvelope.Handshake(endpoint.Url);
            using var response = await http.SendAsync(request, cancellationToken);
            if ((int)response.StatusCode != 200)
            {
                return false;
            }

            return endpoint.Schema == EventSchema.EventGridSchema
                ? await EchoesAsync(response, code, cancellationToken)
                : response.Headers.TryGetValues("WebHook-Allowed-Origin", out var origins)
                    && origins.Any(origin => origin is "*" or "eventgrid.azure.net");
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException
            || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }

    private static async Task<bool> EchoesAsync(HttpResponseMessage response, string code, CancellationToken cancellationToken)
    {
        using var body = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        return body.RootElement.ValueKind == JsonValueKind.Object
            && body.RootElement.EnumerateObject().Any(p =>
                p.Name.Equals("validationResponse", StringComparison.OrdinalIgnoreCase) && p.Value.ToString() == code);
    }

    private bool Agree(Endpoint endpoint) => _agreed.TrySetResult(endpoint);

    private static TaskCompletionSource<Endpoint> NewWait() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
