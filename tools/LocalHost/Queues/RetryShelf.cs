using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using CxFunctions.LocalHost.Functions;
using CxFunctions.LocalHost.Storage;

namespace CxFunctions.LocalHost.Queues;

/// <summary>
/// Where failed messages wait for their next try. The wait is the product's time, which the storage does not know: the lease
/// goes on until the product's clock puts the message back. Should the storage be away at that moment, it comes again when
/// the lease ends.
/// </summary>
internal sealed class RetryShelf(TimeProvider clock, HeldMessages held, ActivityCounter activity, Action<QueueClient> nudge, ILogger logger)
    : IAsyncDisposable
{
    private readonly Dictionary<MessageLease, Waiting> _waiting = [];

    private sealed record Waiting(QueueClient Queue, ITimer Timer);

    /// <summary>Has a message tried again after a rest; its lease is the shelf's to end.</summary>
    public async Task PutAsync(QueueClient queue, MessageLease message, TimeSpan rest)
    {
        if (rest <= TimeSpan.Zero)
        {
            await PutBackAsync(queue, message);
            return;
        }
        lock (_waiting)
        {
            var timer = clock.CreateTimer(lease => OnDue((MessageLease)lease!), message, rest, Timeout.InfiniteTimeSpan);
            _waiting[message] = new(queue, timer);
        }
    }

    /// <summary>Puts everything back, for the next host to try.</summary>
    public async ValueTask DisposeAsync()
    {
        MessageLease[] messages;
        lock (_waiting)
        {
            messages = [.. _waiting.Keys];
        }
        foreach (var message in messages)
        {
            if (Take(message) is { } waiting)
            {
                await PutBackAsync(waiting.Queue, message);
            }
        }
    }

    private void OnDue(MessageLease message)
    {
        if (Take(message) is not { } waiting)
        {
            return;
        }
        // Counted on this thread, so that who steps the clock sees that something is going on.
        var running = activity.Begin();
        _ = Task.Run(async () =>
        {
            using (running)
            {
                await PutBackAsync(waiting.Queue, message);
            }
        });
    }

    private Waiting? Take(MessageLease message)
    {
        lock (_waiting)
        {
            if (_waiting.Remove(message, out var waiting))
            {
                waiting.Timer.Dispose();
            }
            return waiting;
        }
    }

    private async Task PutBackAsync(QueueClient queue, MessageLease message)
    {
        await message.DisposeAsync();
        try
        {
            await queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, visibilityTimeout: TimeSpan.Zero, cancellationToken: CancellationToken.None);
            held.Remove(queue.Name, message.MessageId);
            nudge(queue);
        }
        catch (Exception failure) when (failure is Azure.RequestFailedException || StorageAway.Is(failure))
        {
            QueueLog.CannotSettle(logger, queue.Name, message.MessageId, StorageAway.Why(failure));
        }
    }
}
