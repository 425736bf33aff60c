using System.Text.Json;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using CxFunctions.LocalHost.Functions;
using CxFunctions.LocalHost.Settings;

namespace CxFunctions.LocalHost.Queues;

/// <summary>Works on one message: runs the function, then deletes the message, has it retried, or gives it up.</summary>
internal sealed class QueueWorker(
    FunctionDescriptor function, QueueClient queue, FunctionInvoker invoker, QueueConnections connections, QueueSettings settings,
    HeldMessages held, RetryShelf shelf, PoisonStore poison, JsonSerializerOptions json, ILogger logger)
{
    public async Task RunAsync(QueueMessage message, CancellationToken giveUp)
    {
        var lease = new MessageLease(queue, message, held);
        var failure = await TryAsync(message, giveUp);
        if (IsForLater(failure, message, giveUp))
        {
            QueueLog.Failed(logger, failure!, function.Name, lease.MessageId, message.DequeueCount);
            await shelf.PutAsync(queue, lease, settings.VisibilityTimeout);
            return;
        }
        await lease.DisposeAsync();
        if (failure is null)
        {
            await queue.DeleteMessageAsync(lease.MessageId, lease.PopReceipt, CancellationToken.None);
        }
        else if (failure is OperationCanceledException && giveUp.IsCancellationRequested)
        {
            QueueLog.PutBack(logger, function.Name, lease.MessageId);
            await queue.UpdateMessageAsync(lease.MessageId, lease.PopReceipt, visibilityTimeout: TimeSpan.Zero, cancellationToken: CancellationToken.None);
        }
        else
        {
            QueueLog.GivenUp(logger, failure, function.Name, lease.MessageId, message.DequeueCount);
            await poison.MoveAsync(queue, lease, message, function.Name, failure);
        }
        held.Remove(queue.Name, lease.MessageId);
    }

    private bool IsForLater(Exception? failure, QueueMessage message, CancellationToken giveUp) =>
        failure is not (null or MessageUnreadableException)
        && !(failure is OperationCanceledException && giveUp.IsCancellationRequested)
        && message.DequeueCount < settings.MaxDequeueCount;

    private async Task<Exception?> TryAsync(QueueMessage message, CancellationToken giveUp)
    {
        if (message.DequeueCount > settings.MaxDequeueCount)
        {
            return new MessageUnreadableException($"Taken {message.DequeueCount - 1} times without an end: the host stopped each time while it was worked on.");
        }
        try
        {
            await invoker.InvokeAsync(function, QueuePayload.Of(message, Decode(message), json), giveUp);
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }

    private BinaryData Decode(QueueMessage message)
    {
        try
        {
            return connections.Decode(message.MessageText);
        }
        catch (FormatException)
        {
            throw new MessageUnreadableException("The body is not base64, which messageEncoding of host.json asks for.");
        }
    }
}
