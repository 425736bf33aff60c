using System.Text;
using Azure;
using Azure.Storage.Queues;
using Microsoft.Extensions.Logging;
using Received = Azure.Storage.Queues.Models.QueueMessage;

namespace CxFunctions.Foundation.Poison;

/// <summary>What lies in poison, and its way back. Messages are moved as they are, also those that are not even base64.</summary>
/// <param name="queues">A client that leaves messages as they are (<see cref="Requests"/>).</param>
/// <param name="reasons">Why they are there.</param>
/// <param name="log">Counts.</param>
public sealed class PoisonQueues(QueueServiceClient queues, PoisonReasonStore reasons, ILogger<PoisonQueues> log)
{
    /// <summary>Most messages shown of a queue: what storage peeks in one request.</summary>
    public const int MostShown = 32;

    /// <summary>Most messages put back by one call.</summary>
    public const int MostReplayed = 320;

    internal static QueueClientOptions Requests { get; } = new() { MessageEncoding = QueueMessageEncoding.None, Retry = { NetworkTimeout = FoundationSetup.LongestSilence } };

    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    // Long enough to move a batch; after a crash in the midst the rest is back by then.
    private static readonly TimeSpan InHand = TimeSpan.FromMinutes(1);

    public async Task<PoisonQueue> LookAsync(string queue, CancellationToken cancellationToken)
    {
        var poison = queues.GetQueueClient(QueueNames.PoisonOf(queue));
        var (depth, dead) = (await DepthAsync(queues.GetQueueClient(queue), cancellationToken), await DepthAsync(poison, cancellationToken));
        var messages = dead == 0 ? [] : (await poison.PeekMessagesAsync(MostShown, cancellationToken)).Value;
        var shown = await Task.WhenAll(messages.Select(async m => new PoisonMessage(
            m.MessageId, m.InsertedOn, m.DequeueCount, await reasons.FindAsync(queue, PoisonRules.KeyOf(PoisonRules.TextOf(m.MessageText)), cancellationToken))));
        return new PoisonQueue(queue, depth, dead, shown);
    }

    /// <summary>
    /// Puts messages back on their queue: there first, then away from poison, so that a crash in between doubles one, which its consumer bears,
    /// and loses none.
    /// </summary>
    /// <param name="queue">One of <see cref="QueueNames.All"/>.</param>
    /// <param name="id">The only one wanted; null for all, at most <see cref="MostReplayed"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<PoisonReplay> ReplayAsync(string queue, string? id, CancellationToken cancellationToken)
    {
        var (origin, poison) = (queues.GetQueueClient(queue), queues.GetQueueClient(QueueNames.PoisonOf(queue)));
        var (replayed, others) = (0, new List<Received>());
        for (var batch = 0; batch < MostReplayed / MostShown && (id is null || replayed == 0); batch++)
        {
            var received = await ReceiveAsync(poison, cancellationToken);
            foreach (var message in received)
            {
                if (id is not null && message.MessageId != id)
                {
                    others.Add(message);
                    continue;
                }
                await origin.SendMessageAsync(message.MessageText, timeToLive: Forever, cancellationToken: cancellationToken);
                await poison.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
                await reasons.ForgetAsync(queue, PoisonRules.KeyOf(PoisonRules.TextOf(message.MessageText)), cancellationToken);
                replayed++;
            }
            if (received.Length == 0)
            {
                break;
            }
        }
        await ReleaseAsync(poison, others, cancellationToken);
        log.Replayed(replayed, queue);
        return new PoisonReplay(queue, replayed, id is null && replayed > 0 && await DepthAsync(poison, cancellationToken) > 0);
    }

    /// <summary>Puts a message into poison on behalf of a queue that has handed it on.</summary>
    public async Task BuryAsync(string text, PoisonReason reason, CancellationToken cancellationToken)
    {
        await reasons.WriteAsync(reason, cancellationToken);
        var poison = queues.GetQueueClient(QueueNames.PoisonOf(reason.Queue));
        await poison.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await poison.SendMessageAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)), timeToLive: Forever, cancellationToken: cancellationToken);
    }

    private static async Task<Received[]> ReceiveAsync(QueueClient queue, CancellationToken cancellationToken)
    {
        try
        {
            return (await queue.ReceiveMessagesAsync(MostShown, InHand, cancellationToken)).Value;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return [];
        }
    }

    /// <summary>What was taken in hand and is not meant shows again at once.</summary>
    internal static async Task ReleaseAsync(QueueClient queue, IEnumerable<Received> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages)
        {
            await queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, visibilityTimeout: TimeSpan.Zero, cancellationToken: cancellationToken);
        }
    }

    /// <summary>About; 0 where nothing ever failed and the queue was never made.</summary>
    private static async Task<int> DepthAsync(QueueClient queue, CancellationToken cancellationToken)
    {
        try
        {
            return (await queue.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return 0;
        }
    }
}
