using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using CxFunctions.LocalHost.Functions;

namespace CxFunctions.LocalHost.Queues;

/// <summary>
/// Where failed messages wait for their next try. The wait is the product's time, which the storage does not know: it keeps
/// the message hidden for longer, and the product's clock puts it back.
/// </summary>
internal sealed class RetryShelf(TimeProvider clock, HeldMessages held, ActivityCounter activity, Action<QueueClient> nudge, ILogger logger)
{
    private static readonly TimeSpan Hidden = TimeSpan.FromDays(1);
    private readonly HashSet<ITimer> _timers = [];

    public int Count
    {
        get
        {
            lock (_timers)
            {
                return _timers.Count;
            }
        }
    }

    public async Task PutAsync(QueueClient queue, MessageLease message, TimeSpan rest)
    {
        if (rest <= TimeSpan.Zero)
        {
            await PutBackAsync(queue, message.MessageId, message.PopReceipt);
            return;
        }
        UpdateReceipt receipt = await queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, visibilityTimeout: Hidden, cancellationToken: CancellationToken.None);
        held.Add(queue.Name, message.MessageId, receipt.PopReceipt);
        Wait(queue, message.MessageId, receipt.PopReceipt, rest);
    }

    private void Wait(QueueClient queue, string id, string receipt, TimeSpan rest)
    {
        lock (_timers)
        {
            ITimer? timer = null;
            timer = clock.CreateTimer(
                _ =>
                {
                    // Counted on this thread, so that who steps the clock sees that something is going on.
                    var running = activity.Begin();
                    lock (_timers)
                    {
                        _timers.Remove(timer!);
                        timer!.Dispose();
                    }
                    _ = Task.Run(async () =>
                    {
                        using (running)
                        {
                            await PutBackAsync(queue, id, receipt);
                        }
                    });
                },
                null, rest, Timeout.InfiniteTimeSpan);
            _timers.Add(timer);
        }
    }

    private async Task PutBackAsync(QueueClient queue, string id, string receipt)
    {
        try
        {
            await queue.UpdateMessageAsync(id, receipt, visibilityTimeout: TimeSpan.Zero, cancellationToken: CancellationToken.None);
            held.Remove(queue.Name, id);
            nudge(queue);
        }
        catch (Azure.RequestFailedException failure)
        {
            QueueLog.CannotSettle(logger, queue.Name, id, failure.Message);
        }
    }
}
