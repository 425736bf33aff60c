using Azure.Storage.Queues;
using CxFunctions.Foundation;
using CxFunctions.LocalHost.Running;

namespace CxFunctions.LocalHost.Worker;

/// <summary>
/// Takes the place of the app's sender where the clock does not run as outside. A message that is to be seen later waits here, on
/// that clock: storage would have it wait in real time. Like the journeys of such a host, what waits does not survive it.
/// </summary>
internal sealed class ProductTimeSender(QueueServiceClient queues, TimeProvider clock, ActivityCounter activity, ILogger<ProductTimeSender> logger)
    : QueueSender(queues)
{
    public override Task SendAsync<T>(string queue, T message, TimeSpan? delay = null, CancellationToken cancellationToken = default)
    {
        if (delay is not { } wait || wait <= TimeSpan.Zero)
        {
            return base.SendAsync(queue, message, null, cancellationToken);
        }
        ITimer? timer = null;
        timer = clock.CreateTimer(
            _ =>
            {
                // Counted on this thread, so that who steps the clock sees that something is going on.
                _ = SendNowAsync(queue, message, activity.Begin());
                timer?.Dispose();
            },
            null, wait, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    private async Task SendNowAsync<T>(string queue, T message, IDisposable running)
    {
        using (running)
        {
            try
            {
                await base.SendAsync(queue, message);
            }
            catch (Exception failure)
            {
                ProductTimeLog.Lost(logger, failure, queue);
            }
        }
    }
}

/// <summary>Its log.</summary>
internal static partial class ProductTimeLog
{
    [LoggerMessage(402, LogLevel.Error, "A message that had waited could not be put on queue {Queue}, and is lost.")]
    public static partial void Lost(ILogger logger, Exception failure, string queue);
}
