using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using CxFunctions.LocalHost.Functions;

namespace CxFunctions.LocalHost.Queues;

/// <summary>
/// Where failed messages wait for their next try. The wait is the product's time, which the storage does not know: it keeps
/// the message hidden for longer, and the product's clock puts it back.
/// </summary>
internal sealed class RetryShelf(TimeProvider clock, HeldMessages held, ActivityCounter activity, Action<QueueClient> nudge, ILogger logger)
    : IAsyncDisposable
{
    private static readonly TimeSpan Hidden = TimeSpan.FromDays(1);
    private readonly Dictionary<string, Waiting> _waiting = [];

    private sealed record Waiting(QueueClient Queue, string Receipt, ITimer Timer);

    public int Count
    {
        get
        {
            lock (_waiting)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>Has a message tried again after a rest.</summary>
    public async Task PutAsync(QueueClient queue, MessageLease message, TimeSpan rest)
    {
        if (rest <= TimeSpan.Zero)
        {
            await PutBackAsync(queue, message.MessageId, message.PopReceipt);
            return;
        }
        UpdateReceipt receipt = await queue.UpdateMessageAsync(
            message.MessageId, message.PopReceipt, visibilityTimeout: Hidden, cancellationToken: CancellationToken.None);
        held.Add(queue.Name, message.MessageId, receipt.PopReceipt);
        lock (_waiting)
        {
            var timer = clock.CreateTimer(id => OnDue((string)id!), message.MessageId, rest, Timeout.InfiniteTimeSpan);
            _waiting[message.MessageId] = new(queue, receipt.PopReceipt, timer);
        }
    }

    /// <summary>Puts everything back, for the next host to try.</summary>
    public async ValueTask DisposeAsync()
    {
        string[] ids;
        lock (_waiting)
        {
            ids = [.. _waiting.Keys];
        }
        foreach (var id in ids)
        {
            if (Take(id) is { } message)
            {
                await PutBackAsync(message.Queue, id, message.Receipt);
            }
        }
    }

    private void OnDue(string id)
    {
        if (Take(id) is not { } message)
        {
            return;
        }
        // Counted on this thread, so that who steps the clock sees that something is going on.
        var running = activity.Begin();
        _ = Task.Run(async () =>
        {
            using (running)
            {
                await PutBackAsync(message.Queue, id, message.Receipt);
            }
        });
    }

    private Waiting? Take(string id)
    {
        lock (_waiting)
        {
            if (_waiting.Remove(id, out var message))
            {
                message.Timer.Dispose();
            }
            return message;
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
