using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;

namespace CxFunctions.LocalHost.Durable;

/// <summary>
/// One engine per hub. The holder writes down who it is and a heartbeat in real time; who comes later is refused while the
/// holder lives, takes over at once when the holder's process on this machine is gone, and from another machine when the
/// heartbeat is a minute old.
/// </summary>
internal sealed class HubLease(TableClient table, string hub, ILogger log, TimeSpan? beat = null) : IDisposable
{
    private static readonly HashSet<string> HeldHere = [];
    private readonly TimeSpan _beat = beat ?? TimeSpan.FromSeconds(10);
    private readonly CancellationTokenSource _stop = new();
    private readonly string _id = Guid.NewGuid().ToString("N");
    private ETag _etag;
    private Task _beating = Task.CompletedTask;

    /// <exception cref="HubInUseException">Another engine works on the hub.</exception>
    public async Task TakeAsync(Action lost, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(HubOwner.Partition, HubOwner.RowKey, cancellationToken: cancellation).ConfigureAwait(false);
        if (found.HasValue && found.Value is { } owner)
        {
            if (HubOwner.IsAlive(owner, HeldHere))
            {
                throw new HubInUseException(hub, HubOwner.Describe(owner));
            }

            DurableLog.TookOver(log, hub, HubOwner.Describe(owner));
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
            // Once more, since the last beat may have been written though nobody waited for its answer.
            if (await KeepAsync(cancellation).ConfigureAwait(false))
            {
                await table.DeleteEntityAsync(HubOwner.Partition, HubOwner.RowKey, _etag, cancellation).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (error is RequestFailedException or AggregateException or IOException)
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

    private async Task BeatAsync(Action lost)
    {
        try
        {
            while (true)
            {
                await Task.Delay(_beat, _stop.Token).ConfigureAwait(false);
                try
                {
                    if (!await KeepAsync(_stop.Token).ConfigureAwait(false))
                    {
                        DurableLog.HubLost(log, hub);
                        lost();
                        return;
                    }
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

    // A beat whose answer was lost is sent again with an etag that it made old itself: only who stands in the row tells.
    private async Task<bool> KeepAsync(CancellationToken cancellation)
    {
        try
        {
            _etag = await WriteAsync(_etag, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException conflict) when (conflict.Status is 404 or 412)
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(HubOwner.Partition, HubOwner.RowKey, cancellationToken: cancellation).ConfigureAwait(false);
            if (!found.HasValue || !HubOwner.IsOf(found.Value!, _id))
            {
                return false;
            }

            _etag = found.Value!.ETag;
            return true;
        }
    }

    private async Task<ETag> WriteAsync(ETag? expected, CancellationToken cancellation)
    {
        var row = HubOwner.Row(_id);
        var answer = expected is { } etag
            ? await table.UpdateEntityAsync(row, etag, TableUpdateMode.Replace, cancellation).ConfigureAwait(false)
            : await table.AddEntityAsync(row, cancellation).ConfigureAwait(false);
        return answer.Headers.ETag ?? ETag.All;
    }
}
