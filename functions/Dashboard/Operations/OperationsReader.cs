using System.Globalization;
using CxFunctions.Catalog;
using CxFunctions.Channels.Notices;
using CxFunctions.Channels.Stops;
using CxFunctions.Foundation;
using CxFunctions.Foundation.Poison;
using Microsoft.AspNetCore.Http;

namespace CxFunctions.Dashboard.Operations;

/// <summary>Reads what the operations page shows.</summary>
public sealed class OperationsReader(PoisonQueues poison, WaitingNoticeStore waiting, ChannelStopStore stops, TimeProvider time)
{
    public const int MostWaiting = 20;

    public async Task<OperationsView> ReadAsync(IQueryCollection query, CancellationToken cancellationToken)
    {
        var queues = await Task.WhenAll(QueueNames.All.Select(queue => poison.LookAsync(queue, cancellationToken)));
        var sms = await waiting.ReadAsync(Channel.Sms, cancellationToken).Take(MostWaiting).ToListAsync(cancellationToken);
        var mail = await waiting.ReadAsync(Channel.Email, cancellationToken).Take(MostWaiting).ToListAsync(cancellationToken);
        var stopped = await Task.WhenAll(Enum.GetValues<Channel>().Select(channel => stops.FindAsync(channel, cancellationToken)));
        return new OperationsView(time.GetUtcNow(), [.. queues.OrderByDescending(q => q.Poison > 0)], [.. sms, .. mail], [.. stopped.OfType<ChannelStop>()], NewsOf(query));
    }

    /// <summary>Only a queue that exists and a number are said again.</summary>
    private static string? NewsOf(IQueryCollection query) =>
        QueueNames.All.FirstOrDefault(queue => queue == query["queue"].ToString()) is { } queue
            && int.TryParse(query["replayed"], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count switch
            {
                0 => $"Nothing was put back to {queue}: it is no longer in poison.",
                1 => $"One message went back to {queue}.",
                _ => $"{count} messages went back to {queue}.",
            }
            : null;
}
