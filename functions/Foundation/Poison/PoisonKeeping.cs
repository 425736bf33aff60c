using Azure;
using Azure.Storage.Queues;
using Microsoft.Extensions.Logging;
using Received = Azure.Storage.Queues.Models.QueueMessage;

namespace CxFunctions.Foundation.Poison;

/// <summary>
/// Keeps what lies in poison from running out of time: the platform puts it there for seven days, after which storage deletes it unseen. It is put
/// there anew, without an end; its reason is found by what it says and stays with it.
/// </summary>
/// <param name="queues">A client that leaves messages as they are.</param>
/// <param name="log">Counts.</param>
public sealed class PoisonKeeping(QueueServiceClient queues, ILogger<PoisonKeeping> log)
{
    private const int Batches = 10;
    private const int BatchSize = 32;
    private static readonly TimeSpan InHand = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    // Storage names the last year there is for a message without an end.
    private static readonly DateTimeOffset Never = DateTimeOffset.MaxValue.AddYears(-1);

    /// <param name="queue">One of <see cref="QueueNames.All"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many messages would have ended one day.</returns>
    public async Task<int> KeepAsync(string queue, CancellationToken cancellationToken)
    {
        var poison = queues.GetQueueClient(QueueNames.PoisonOf(queue));
        var (kept, safe) = (0, new List<Received>());
        try
        {
            for (var batch = 0; batch < Batches; batch++)
            {
                var received = (await poison.ReceiveMessagesAsync(BatchSize, InHand, cancellationToken)).Value;
                foreach (var message in received)
                {
                    if (message.ExpiresOn >= Never)
                    {
                        safe.Add(message);
                        continue;
                    }
                    await poison.SendMessageAsync(message.MessageText, timeToLive: Forever, cancellationToken: cancellationToken);
                    await poison.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
                    kept++;
                }
                if (received.Length < BatchSize)
                {
                    break;
                }
            }
            await PoisonQueues.ReleaseAsync(poison, safe, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            // Nothing of this queue ever failed.
        }
        if (kept > 0)
        {
            log.Kept(kept, queue);
        }
        return kept;
    }
}
