using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace CxFunctions.Bench.Measuring;

/// <summary>Reads what host and storage have used so far.</summary>
/// <param name="http">Asks the storage emulator.</param>
/// <param name="counts">Where it tells its counts.</param>
/// <param name="host">The host's process.</param>
/// <param name="storage">The storage emulator's process.</param>
internal sealed class Meter(HttpClient http, Uri counts, int host, int storage)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestSettling = TimeSpan.FromSeconds(90);
    private readonly long _began = Stopwatch.GetTimestamp();

    public async Task<Usage> ReadAsync(CancellationToken cancellation)
    {
        var operations = await http.GetFromJsonAsync<List<StorageOperation>>(counts, JsonSerializerOptions.Web, cancellation) ?? [];
        return new(Stopwatch.GetElapsedTime(_began).TotalSeconds, new(operations), ProcessorTimes.Read(host, storage));
    }

    /// <summary>What the next while uses.</summary>
    public async Task<Usage> ReadAsync(TimeSpan stretch, CancellationToken cancellation)
    {
        var before = await ReadAsync(cancellation);
        await Task.Delay(stretch, cancellation);
        return (await ReadAsync(cancellation)).Since(before);
    }

    /// <summary>Waits until about as little is asked of the storage as when there is nothing to do.</summary>
    /// <exception cref="TimeoutException">There still is something going on after a minute and a half.</exception>
    public async Task SettleAsync(Usage idle, CancellationToken cancellation)
    {
        var most = (1.25 * idle.Operations.Total / idle.Seconds) + 2;
        for (var began = Stopwatch.GetTimestamp(); ;)
        {
            var now = await ReadAsync(Look, cancellation);
            if (now.Operations.Total / now.Seconds <= most)
            {
                return;
            }
            if (Stopwatch.GetElapsedTime(began) > LongestSettling)
            {
                throw new TimeoutException($"Storage is still asked for {now.Operations.Total / now.Seconds:0.0} operations a second; idle it was {idle.Operations.Total / idle.Seconds:0.0}.");
            }
        }
    }
}
