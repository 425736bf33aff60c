using System.Collections.Concurrent;
using CxFunctions.LocalHost.Running;
using Microsoft.Azure.WebJobs.Host.Queues;

namespace CxFunctions.LocalHost.Jobs;

/// <summary>Knows which messages the official queue listeners have in hand.</summary>
internal sealed class CountedQueues(ActivityCounter activity) : IQueueProcessorFactory
{
    private readonly ConcurrentDictionary<string, CountedQueueProcessor> _processors = new(StringComparer.Ordinal);

    /// <summary>How many messages of a queue are being worked on.</summary>
    public int InHand(string queue) => _processors.TryGetValue(queue, out var processor) ? processor.InHand : 0;

    /// <summary>The host that they belonged to has ended.</summary>
    public void Forget()
    {
        foreach (var processor in _processors.Values)
        {
            processor.Forget();
        }
    }

    public QueueProcessor Create(QueueProcessorOptions queueProcessorOptions) =>
        _processors[queueProcessorOptions.Queue.Name] = new CountedQueueProcessor(queueProcessorOptions, activity);
}
