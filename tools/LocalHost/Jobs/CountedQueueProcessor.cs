using System.Collections.Concurrent;
using Azure.Storage.Queues.Models;
using CxFunctions.LocalHost.Running;
using Microsoft.Azure.WebJobs.Host.Executors;
using Microsoft.Azure.WebJobs.Host.Queues;

namespace CxFunctions.LocalHost.Jobs;

/// <summary>The official way of working on a message, counted from its beginning to its end.</summary>
internal sealed class CountedQueueProcessor(QueueProcessorOptions options, ActivityCounter activity) : QueueProcessor(options)
{
    // One for each message; which is whose does not matter. A message may be in hand twice, where it took longer than it stays unseen.
    private readonly ConcurrentStack<IDisposable> _inHand = [];

    public int InHand => _inHand.Count;

    /// <summary>Its host has ended: what it had in hand is nobody's any more.</summary>
    public void Forget()
    {
        while (_inHand.TryPop(out var running))
        {
            running.Dispose();
        }
    }

    protected override async Task<bool> BeginProcessingMessageAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        var running = activity.Begin();
        var begun = false;
        try
        {
            begun = await base.BeginProcessingMessageAsync(message, cancellationToken);
            return begun;
        }
        finally
        {
            if (begun)
            {
                _inHand.Push(running);
            }
            else
            {
                running.Dispose();
            }
        }
    }

    protected override async Task CompleteProcessingMessageAsync(QueueMessage message, FunctionResult result, CancellationToken cancellationToken)
    {
        // Taken before the message is let go: by the end of that, somebody may have begun with it again.
        _inHand.TryPop(out var running);
        using (running)
        {
            await base.CompleteProcessingMessageAsync(message, result, cancellationToken);
        }
    }
}
