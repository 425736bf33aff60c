using System.Diagnostics;
using CxFunctions.CrmSimulator.Traffic;

namespace CxFunctions.CrmSimulator.Sending;

/// <summary>
/// Posts at a fixed rate for a while. The rate is kept whatever the host does (an open loop), up to the requests that the CRM
/// has under way at once: then it falls behind, as the CRM would.
/// </summary>
public sealed class LoadRun(WebhookClient client, ICrm crm, LiveTraffic traffic, TimeProvider hostClock, SendReport report)
{
    /// <param name="rate">Transactions a second; above 0.</param>
    /// <param name="length">How long, in real time.</param>
    /// <param name="batch">Transactions in one request.</param>
    /// <param name="cancellationToken">Ends it early; what is under way is waited for.</param>
    public async Task RunAsync(double rate, TimeSpan length, int batch, CancellationToken cancellationToken)
    {
        var free = new SemaphoreSlim(crm.Concurrency);
        var started = Stopwatch.GetTimestamp();
        for (var number = 0; number / rate < length.TotalSeconds && !cancellationToken.IsCancellationRequested; number += batch)
        {
            var wait = TimeSpan.FromSeconds(number / rate) - Stopwatch.GetElapsedTime(started);
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            if (Stopwatch.GetElapsedTime(started) > length + TimeSpan.FromSeconds(1) || cancellationToken.IsCancellationRequested)
            {
                break;
            }
            await free.WaitAsync(CancellationToken.None);
            _ = PostAsync(number, batch, free);
        }
        for (var i = 0; i < crm.Concurrency; i++)
        {
            await free.WaitAsync(CancellationToken.None);
        }
    }

    private async Task PostAsync(int first, int batch, SemaphoreSlim free)
    {
        try
        {
            var now = hostClock.GetUtcNow();
            var transactions = Enumerable.Range(first, batch).Select(number => traffic.At(number, now)).ToList();
            var sent = Stopwatch.GetTimestamp();
            var status = await client.PostAsync(WebhookClient.NameOf(transactions), transactions, CancellationToken.None);
            report.Add(status, transactions.Count, Stopwatch.GetElapsedTime(sent));
        }
        finally
        {
            free.Release();
        }
    }
}
