using CxFunctions.LocalHost.Storage;
using Microsoft.Extensions.Logging;

namespace CxFunctions.LocalHost.Durable;

/// <summary>
/// Storage that does not answer is waited for, as long as it takes: an engine that gave up would turn an outage into failed
/// instances. Pauses are real time, whatever clock the instances live by.
/// </summary>
internal sealed class Patience(ILogger log)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);
    private long _spoke = -(long)Silence.TotalMilliseconds;

    public async Task<T> Try<T>(Func<Task<T>> operation, CancellationToken cancellation)
    {
        for (var pause = Shortest; ; pause = pause * 2 < Longest ? pause * 2 : Longest)
        {
            try
            {
                cancellation.ThrowIfCancellationRequested();
                return await operation().ConfigureAwait(false);
            }
            catch (Exception error) when (StorageAway.Is(error) && !cancellation.IsCancellationRequested)
            {
                Say(error, pause);
            }

            await Task.Delay(pause, cancellation).ConfigureAwait(false);
        }
    }

    // All workers wait for the same storage: one of them speaks, now and then.
    private void Say(Exception error, TimeSpan pause)
    {
        var (now, spoke) = (Environment.TickCount64, Interlocked.Read(ref _spoke));
        if (now - spoke >= Silence.TotalMilliseconds && Interlocked.CompareExchange(ref _spoke, now, spoke) == spoke)
        {
            DurableLog.StorageUnavailable(log, StorageAway.Why(error), pause);
        }
    }
}
