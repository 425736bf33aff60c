using CxFunctions.Foundation;
using CxFunctions.Messages;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Rollups;

/// <summary>Stores one piece of news, then marks its hour. In this order: a mark without its fact would be computed in vain.</summary>
public sealed class FactConsumer(FactStore facts, DirtyHourStore dirty)
{
    [Function(nameof(FactConsumer))]
    public async Task RunAsync([QueueTrigger(QueueNames.Facts)] string message, CancellationToken cancellationToken)
    {
        var news = QueueMessage.Read<FactChanged>(message, m => m.Version, FactChanged.CurrentVersion, oldest: 1);
        await facts.MergeAsync(news, cancellationToken);
        await dirty.MarkAsync(DirtyHour.Of(news), cancellationToken);
    }
}
