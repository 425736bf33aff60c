using System.Collections.Concurrent;
using Azure.Storage.Queues.Models;
using CxFunctions.LocalHost.Running;
using Microsoft.Azure.WebJobs.Host.Executors;
using Microsoft.Azure.WebJobs.Host.Queues;

namespace CxFunctions.LocalHost.Jobs;

/// <summary>The official way of working on a message, counted from its beginning to its end.</summary>
internal sealed class CountedQueueProcessor(QueueProcessorOptions options, ActivityCounter activity) : QueueProcessor(options)
{
    private readonly ConcurrentDictionary<string, IDisposable> _inHand = new(StringComparer.Ordinal);

    public int InHand => _inHand.Count;

    protected override async Task<bool> BeginProcessingMessageAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        var running = activity.Begin();
        if (!await base.BeginProcessingMessageAsync(message, cancellationToken))
        {
            running.Dispose();
            return false;
        }
        _inHand[message.MessageId] = running;
        return true;
    }

    protected override async Task CompleteProcessingMessageAsync(QueueMessage message, FunctionResult result, CancellationToken cancellationToken)
    {
        // Taken before the message is let go: by the end of that, somebody may have begun with it again.
        _inHand.TryRemove(message.MessageId, out var running);
        using (running)
        {
            await base.CompleteProcessingMessageAsync(message, result, cancellationToken);
        }
    }
}
