using System.Collections.Concurrent;
using CxFunctions.Catalog;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Channels.Stops;

/// <summary>
/// Stops a channel whose service refuses us for a reason of ours (a wrong key, a sender that it does not know): nobody is marked as not to be reached,
/// messages wait, operations are told. One message tries every few minutes; the first that is taken opens the channel again.
/// </summary>
public sealed class ChannelStops(ChannelStopStore store, StopNotices notices, TimeProvider time, ILogger<ChannelStops> log)
{
    /// <summary>How often one message may try.</summary>
    public static readonly TimeSpan ProbeEvery = TimeSpan.FromMinutes(5);

    /// <summary>A service that has taken a message so lately has no quarrel with our settings.</summary>
    public static readonly TimeSpan Trust = TimeSpan.FromMinutes(15);

    /// <summary>How long a look at the store serves: another host's stop is known here after this.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<Channel, (ChannelStop? Stop, DateTimeOffset At)> _seen = new();
    private readonly ConcurrentDictionary<Channel, DateTimeOffset> _taken = new();

    /// <summary>The stop under which nothing may be sent now; null where the channel is open, or a message may try.</summary>
    public async Task<ChannelStop?> HoldsAsync(Channel channel, CancellationToken cancellationToken) =>
        await FindAsync(channel, cancellationToken) is { } stop && time.GetUtcNow() < stop.ProbeAt ? stop : null;

    /// <summary>Asked last, right before the service is: of those that find the time to try has come only one does.</summary>
    public async Task<bool> MayTryAsync(Channel channel, CancellationToken cancellationToken)
    {
        if (await FindAsync(channel, cancellationToken) is null)
        {
            return true;
        }
        var now = time.GetUtcNow();
        _seen.TryRemove(channel, out _);
        return await store.TakeProbeAsync(channel, now, now + ProbeEvery, cancellationToken);
    }

    /// <summary>Whether the service has taken a message from here lately.</summary>
    public bool IsTrusted(Channel channel) => _taken.TryGetValue(channel, out var at) && time.GetUtcNow() - at < Trust;

    /// <summary>The service took a message.</summary>
    public async Task TakenAsync(Channel channel, CancellationToken cancellationToken)
    {
        _taken[channel] = time.GetUtcNow();
        if (_seen.TryGetValue(channel, out var seen) && seen.Stop is null)
        {
            return;
        }
        _seen.TryRemove(channel, out _);
        if (await store.RemoveAsync(channel, cancellationToken) is { } was)
        {
            log.ChannelOpened(channel, time.GetUtcNow() - was.Since);
            await notices.OpenedAsync(was, cancellationToken);
        }
    }

    /// <summary>The service refused us.</summary>
    /// <param name="channel">Whose service.</param>
    /// <param name="reason">Status and code; never what it was sent.</param>
    /// <param name="cancellationToken">Gives up; it is found again with the next message.</param>
    public async Task StopAsync(Channel channel, string reason, CancellationToken cancellationToken)
    {
        _taken.TryRemove(channel, out _);
        _seen.TryRemove(channel, out _);
        var now = time.GetUtcNow();
        var stop = new ChannelStop(channel, now, reason, now + ProbeEvery);
        if (await store.AddAsync(stop, cancellationToken))
        {
            log.ChannelStopped(channel, reason);
        }
        // Told again by whoever finds it stopped: the first may not have lived to tell. The notice has one id for all.
        await notices.StoppedAsync(await store.FindAsync(channel, cancellationToken) ?? stop, cancellationToken);
    }

    private async Task<ChannelStop?> FindAsync(Channel channel, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!_seen.TryGetValue(channel, out var seen) || now - seen.At >= Fresh)
        {
            seen = (await store.FindAsync(channel, cancellationToken), now);
            _seen[channel] = seen;
        }
        return seen.Stop;
    }
}
