using Azure;
using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Messages;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Channels.Notices;

/// <summary>
/// Queue <c>notices</c>: one message to each recipient on each channel. What can't go out now waits in a table and is told by
/// <see cref="WaitingNoticeTimer"/>; while anything waits for a channel, what is new waits behind it, so that a service that comes back is asked in
/// order and one that is away is not asked by everybody.
/// </summary>
public sealed class ManagerNoticeConsumer(NoticeDelivery delivery, WaitingNoticeStore waiting, TimeProvider time, ILogger<ManagerNoticeConsumer> log)
{
    [Function(nameof(ManagerNoticeConsumer))]
    public async Task RunAsync([QueueTrigger(QueueNames.Notices)] string message, CancellationToken cancellationToken)
    {
        var notice = QueueMessage.Read<ManagerNotice>(message, m => m.Version, ManagerNotice.CurrentVersion);
        var failures = new List<Exception>();
        foreach (var channel in notice.Channels)
        {
            foreach (var recipient in notice.Recipients)
            {
                try
                {
                    await TellAsync(notice, recipient, channel, cancellationToken);
                }
                catch (RequestFailedException e)
                {
                    // What storage does not take for one must not keep the notice from the others.
                    failures.Add(e);
                }
            }
        }
        if (failures.Count > 0)
        {
            throw new AggregateException($"Notice {notice.Id} did not go out to everybody.", failures);
        }
    }

    private async Task TellAsync(ManagerNotice notice, string recipient, Channel channel, CancellationToken cancellationToken)
    {
        var outcome = await waiting.AnyAsync(channel, cancellationToken)
            ? new SendOutcome(SendResult.Postponed, "others-wait")
            : await delivery.DeliverAsync(notice, recipient, channel, cancellationToken);
        if (outcome.Result == SendResult.Postponed)
        {
            await waiting.AddAsync(new WaitingNotice(notice, recipient, channel, time.GetUtcNow()), cancellationToken);
            log.NoticeWaits(notice.Id, recipient, channel, outcome.Reason);
        }
    }
}
