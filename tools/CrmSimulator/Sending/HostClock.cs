using System.Net.Http.Json;
using System.Text.Json;

namespace CxFunctions.CrmSimulator.Sending;

/// <summary>
/// The time that the host lives by: signatures are held against it. A local host may run faster than the wall clock and tells
/// its time at <c>GET /clock</c>; where there is no such address, the wall clock is meant.
/// </summary>
public sealed class HostClock : TimeProvider
{
    private readonly TimeProvider _wall;
    private DateTimeOffset _at;
    private long _measured;

    private HostClock(TimeProvider wall)
    {
        _wall = wall;
        _at = wall.GetUtcNow();
        _measured = wall.GetTimestamp();
    }

    /// <summary>Virtual seconds per real second; 0 for a clock that stands still.</summary>
    public double Speed { get; private set; } = 1;

    /// <summary>Asks the host once, and follows its speed from there.</summary>
    public static async Task<HostClock> AskAsync(HttpClient http, Uri host, TimeProvider wall, CancellationToken cancellationToken)
    {
        var clock = new HostClock(wall);
        await clock.AskAgainAsync(http, host, cancellationToken);
        return clock;
    }

    /// <summary>Sets the clock anew, for a host that is no more at the time it said.</summary>
    public async Task AskAgainAsync(HttpClient http, Uri host, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.GetAsync(new Uri(host, "clock"), cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                return;
            }
            var said = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            (_at, _measured) = (said.GetProperty("now").GetDateTimeOffset(), _wall.GetTimestamp());
            Speed = said.TryGetProperty("speed", out var speed) ? speed.GetDouble() : 1;
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            // A host without a clock of its own, or none that listens: the first webhook will tell.
        }
    }

    public override DateTimeOffset GetUtcNow() => _at + (_wall.GetElapsedTime(_measured) * Speed);
}
