using Azure;
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

    public async Task<T> Try<T>(Func<Task<T>> operation, CancellationToken cancellation)
    {
        for (var pause = Shortest; ; pause = pause * 2 < Longest ? pause * 2 : Longest)
        {
            try
            {
                cancellation.ThrowIfCancellationRequested();
                return await operation().ConfigureAwait(false);
            }
            catch (Exception error) when (MayPass(error) && !cancellation.IsCancellationRequested)
            {
                DurableLog.StorageUnavailable(log, error.GetType().Name, (error as RequestFailedException)?.ErrorCode, pause);
            }

            await Task.Delay(pause, cancellation).ConfigureAwait(false);
        }
    }

    private static bool MayPass(Exception error) => error switch
    {
        RequestFailedException failed => failed.Status is 0 or 408 or 429 or >= 500,
        AggregateException many => many.InnerExceptions.All(MayPass),
        HttpRequestException or IOException or OperationCanceledException => true,
        _ => false,
    };
}
