using System.Diagnostics;

namespace CxFunctions.LocalHost.Durable;

public sealed partial class DurableEngine
{
    /// <summary>Opens the hub and picks up what an earlier engine left.</summary>
    /// <exception cref="HubInUseException">Another engine works on the hub.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        await _patience.Try(
            async () =>
            {
                await _table.CreateAsync(cancellation).ConfigureAwait(false);
                await _lease.TakeAsync(Halt, cancellation).ConfigureAwait(false);
                return true;
            },
            cancellation).ConfigureAwait(false);
        await PickUpAsync(cancellation).ConfigureAwait(false);
        _working = Task.WhenAll(_workers.Select(worker => Task.Run(() => worker.RunAsync(_stop.Token, _abort.Token), CancellationToken.None)));
    }

    /// <summary>Finishes what is under way, as far as the grace period allows; the rest runs again at the next start.</summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        await _quiet.CancelAsync().ConfigureAwait(false);
        var rest = _work.Rest;
        await Task.WhenAny(rest, Task.Delay(_options.GracePeriod, cancellation)).ConfigureAwait(false);
        _alarms.Dispose();
        await _stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAny(_working, Task.Delay(_options.GracePeriod, cancellation)).ConfigureAwait(false);
        await _abort.CancelAsync().ConfigureAwait(false);
        await _working.ConfigureAwait(false);
        _post.Close();
        await _lease.ReleaseAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Completes when <see cref="Idle"/> is true.</summary>
    public async Task WaitUntilIdleAsync(CancellationToken cancellation)
    {
        while (!Idle)
        {
            await _work.Rest.WaitAsync(cancellation).ConfigureAwait(false);
            if (!Idle)
            {
                // An alarm that is late by a moment of real time; it rings on a thread of its own.
                await Task.Delay(1, cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Stops at once and leaves everything as it is, as a killed process would.</summary>
    internal void Halt()
    {
        _lease.Abandon();
        _alarms.Dispose();
        _quiet.Cancel();
        _stop.Cancel();
        _abort.Cancel();
        _post.Close();
    }

    private async Task PickUpAsync(CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var (waiting, working) = (0, 0);
        await foreach (var (id, due, work) in _table.UnfinishedAsync(cancellation).ConfigureAwait(false))
        {
            waiting++;
            if (work)
            {
                working++;
                _ = _post.Post(id, new PickUp());
            }
            else
            {
                _alarms.Set(id, due);
            }
        }

        DurableLog.Opened(_log, _options.HubName, waiting, working, watch.Elapsed);
    }
}
