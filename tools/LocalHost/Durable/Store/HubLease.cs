using System.Diagnostics;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;

namespace CxFunctions.LocalHost.Durable;

/// <summary>
/// One engine per hub. The holder writes down who it is and a heartbeat in real time; who comes later is refused while the
/// holder lives, takes over at once when the holder's process on this machine is gone, and from another machine when the
/// heartbeat is a minute old.
/// </summary>
internal sealed class HubLease(TableClient table, string hub, ILogger log) : IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Stale = TimeSpan.FromMinutes(1);
    private static readonly HashSet<string> HeldHere = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly string _id = Guid.NewGuid().ToString("N");
    private ETag _etag;
    private Task _beating = Task.CompletedTask;

    /// <exception cref="HubInUseException">Another engine works on the hub.</exception>
    public async Task TakeAsync(Action lost, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>("!lease", "owner", cancellationToken: cancellation).ConfigureAwait(false);
        if (found.HasValue && found.Value is { } owner)
        {
            if (IsAlive(owner))
            {
                throw new HubInUseException(hub, Describe(owner));
            }

            DurableLog.TookOver(log, hub, Describe(owner));
        }

        _etag = await WriteAsync(found.HasValue ? found.Value!.ETag : null, cancellation).ConfigureAwait(false);
        lock (HeldHere)
        {
            HeldHere.Add(_id);
        }

        _beating = BeatAsync(lost);
    }

    public async Task ReleaseAsync(CancellationToken cancellation)
    {
        Abandon();
        await _beating.ConfigureAwait(false);
        try
        {
            await table.DeleteEntityAsync("!lease", "owner", _etag, cancellation).ConfigureAwait(false);
        }
        catch (RequestFailedException)
        {
            // Taken over or out of reach: either way the next engine sees that this one is gone.
        }
    }

    /// <summary>Stops as a killed process would: without a word to the storage.</summary>
    public void Abandon()
    {
        _stop.Cancel();
        lock (HeldHere)
        {
            HeldHere.Remove(_id);
        }
    }

    public void Dispose() => _stop.Dispose();

    private static string Describe(TableEntity owner) =>
        $"process {owner.GetInt32("Process")} on {owner.GetString("Machine")}, last heard of at {owner.GetDateTimeOffset("Heartbeat"):u}";

    private static bool IsAlive(TableEntity owner)
    {
        if (owner.GetString("Machine") != Environment.MachineName)
        {
            return DateTimeOffset.UtcNow - owner.GetDateTimeOffset("Heartbeat") < Stale;
        }

        if (owner.GetInt32("Process") == Environment.ProcessId)
        {
            lock (HeldHere)
            {
                return HeldHere.Contains(owner.GetString("Engine") ?? "");
            }
        }

        try
        {
            using var process = Process.GetProcessById(owner.GetInt32("Process") ?? 0);
            return !process.HasExited && Math.Abs(Started(process) - (owner.GetInt64("Started") ?? 0)) <= 2;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Tells a process from a later one with its number; seconds, since the system gives ticks only roughly.</summary>
    private static long Started(Process process) => process.StartTime.ToUniversalTime().Ticks / TimeSpan.TicksPerSecond;

    private async Task BeatAsync(Action lost)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Beat, _stop.Token).ConfigureAwait(false);
                try
                {
                    _etag = await WriteAsync(_etag, _stop.Token).ConfigureAwait(false);
                }
                catch (RequestFailedException conflict) when (conflict.Status is 404 or 412)
                {
                    DurableLog.HubLost(log, hub);
                    lost();
                    return;
                }
                catch (Exception error) when (error is RequestFailedException or AggregateException or IOException)
                {
                    // Storage is down; the next beat tells.
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The lease ends.
        }
    }

    private async Task<ETag> WriteAsync(ETag? expected, CancellationToken cancellation)
    {
        using var self = Process.GetCurrentProcess();
        var row = new TableEntity("!lease", "owner")
        {
            ["Engine"] = _id,
            ["Machine"] = Environment.MachineName,
            ["Process"] = Environment.ProcessId,
            ["Started"] = Started(self),
            ["Heartbeat"] = DateTimeOffset.UtcNow,
        };
        var answer = expected is { } etag
            ? await table.UpdateEntityAsync(row, etag, TableUpdateMode.Replace, cancellation).ConfigureAwait(false)
            : await table.AddEntityAsync(row, cancellation).ConfigureAwait(false);
        return answer.Headers.ETag ?? ETag.All;
    }
}
