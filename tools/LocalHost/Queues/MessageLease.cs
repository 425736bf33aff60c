using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using CxFunctions.LocalHost.Storage;

namespace CxFunctions.LocalHost.Queues;

/// <summary>Keeps a message hidden while its function runs. Real time always: a lease is about this machine, not the product.</summary>
internal sealed class MessageLease : IAsyncDisposable
{
    /// <summary>How long a message stays hidden without renewal.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(2);
    private readonly CancellationTokenSource _end = new();
    private readonly QueueClient _queue;
    private readonly HeldMessages _held;
    private readonly Task _renewals;

    public MessageLease(QueueClient queue, QueueMessage message, HeldMessages held)
    {
        (_queue, _held, MessageId, PopReceipt) = (queue, held, message.MessageId, message.PopReceipt);
        held.Add(queue.Name, MessageId, PopReceipt);
        _renewals = RenewAsync();
    }

    public string MessageId { get; }

    /// <summary>The receipt of the last renewal; only it can delete the message.</summary>
    public string PopReceipt { get; private set; }

    /// <summary>Ends the renewals; the message is the caller's to delete or put back.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _renewals;
        _end.Dispose();
    }

    // Whoever gave up at the first failure would lose a message to an outage that is shorter than the lease.
    private async Task RenewAsync()
    {
        try
        {
            for (var pause = RenewEvery; ; pause = await TryRenewAsync() ? RenewEvery : TryAgainAfter)
            {
                await Task.Delay(pause, _end.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Ended.
        }
        catch (RequestFailedException)
        {
            // Lost; if the function ends well the deletion fails and the message comes again: at least once.
        }
    }

    private async Task<bool> TryRenewAsync()
    {
        try
        {
            UpdateReceipt receipt = await _queue.UpdateMessageAsync(MessageId, PopReceipt, visibilityTimeout: Length, cancellationToken: CancellationToken.None);
            PopReceipt = receipt.PopReceipt;
            _held.Add(_queue.Name, MessageId, PopReceipt);
            return true;
        }
        catch (Exception failure) when (StorageAway.Is(failure))
        {
            return false;
        }
    }
}
