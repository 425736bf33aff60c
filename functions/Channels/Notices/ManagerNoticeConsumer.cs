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
/// order and one that is away is not asked by everybody. What is not to be told yet (outside working hours, throttled) is put by until then.
/// </summary>
public sealed class ManagerNoticeConsumer(NoticeDelivery delivery, WaitingNoticeStore waiting, NoticeHours hours, TimeProvider time, ILogger<ManagerNoticeConsumer> log)
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
        var now = time.GetUtcNow();
        if (hours.DueAt(notice, recipient, now) is var due && due > now)
        {
            await waiting.AddLaterAsync(new WaitingNotice(notice, recipient, channel, now) { Due = due }, cancellationToken);
            log.NoticePutBy(notice.Id, recipient, channel, due);
            return;
        }
        if (await waiting.AnyAsync(channel, cancellationToken))
        {
            await WaitAsync(new WaitingNotice(notice, recipient, channel, now), "others-wait", cancellationToken);
            return;
        }
        var outcome = await delivery.DeliverAsync(notice, recipient, channel, cancellationToken);
        if (outcome.Result == SendResult.Postponed)
        {
            await WaitAsync(new WaitingNotice(notice, recipient, channel, now) { Claim = notice.Id }, outcome.Reason, cancellationToken);
        }
    }

    private async Task WaitAsync(WaitingNotice notice, string? why, CancellationToken cancellationToken)
    {
        await waiting.AddAsync(notice, cancellationToken);
        log.NoticeWaits(notice.Notice.Id, notice.Recipient, notice.Channel, why);
    }
}
