using System.Diagnostics;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace CxFunctions.LocalHost.Jobs;

/// <summary>Whether anything lies on the queues that functions read.</summary>
internal sealed class QueueDepths
{
    // Longer than a listener pauses between two looks: what can be seen would be in hand by then.
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(15);
    private readonly IReadOnlyList<QueueClient> _queues;

    /// <param name="storage">Connection string.</param>
    /// <param name="names">Of the queues.</param>
    public QueueDepths(string storage, IEnumerable<string> names)
    {
        var service = new QueueServiceClient(storage, new QueueClientOptions { Retry = { MaxRetries = 0, NetworkTimeout = TimeSpan.FromSeconds(5) } });
        _queues = [.. names.Select(service.GetQueueClient)];
    }

    /// <summary>Whether they are empty, or hold only what nobody is to see yet: a count that stays as it is while nothing is in hand.</summary>
    /// <param name="isInHand">Whether any message is being worked on.</param>
    public async Task<bool> AreQuietAsync(Func<bool> isInHand)
    {
        try
        {
            var first = await CountAsync();
            for (var since = Stopwatch.GetTimestamp(); first.Any(count => count > 0);)
            {
                if (Stopwatch.GetElapsedTime(since) > Rest)
                {
                    return !isInHand();
                }
                await Task.Delay(Look);
                var now = await CountAsync();
                if (isInHand() || !first.SequenceEqual(now))
                {
                    return false;
                }
            }
            return true;
        }
        catch (Exception away) when (away is Azure.RequestFailedException or AggregateException or OperationCanceledException)
        {
            return false;
        }
    }

    private Task<int[]> CountAsync() => Task.WhenAll(_queues.Select(async queue =>
    {
        try
        {
            QueueProperties properties = await queue.GetPropertiesAsync();
            return properties.ApproximateMessagesCount;
        }
        catch (Azure.RequestFailedException missing) when (missing.Status == 404)
        {
            return 0;
        }
    }));
}
