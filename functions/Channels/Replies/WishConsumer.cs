using CxFunctions.Foundation;
using CxFunctions.Messages;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Channels.Replies;

/// <summary>Queue <c>wishes</c>: somebody asked for something by SMS that is answered by SMS.</summary>
public sealed class WishConsumer(WishAnswering answering)
{
    [Function(nameof(WishConsumer))]
    public Task RunAsync([QueueTrigger(QueueNames.Wishes)] string message, CancellationToken cancellationToken) =>
        answering.AnswerAsync(QueueMessage.Read<WishReceived>(message, m => m.Version, WishReceived.CurrentVersion), cancellationToken);
}
