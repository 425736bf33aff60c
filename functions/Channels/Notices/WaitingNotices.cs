using System.Text.Json;
using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Foundation.Poison;
using CxFunctions.Messages;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Channels.Notices;

/// <summary>
/// Tells those who wait for a channel, in order, until the service says no: then the rest waits on, and the service has been asked once. Who has
/// waited too long goes to poison with the reason, from where operations can send it again.
/// </summary>
public sealed class WaitingNotices(
    WaitingNoticeStore store, NoticeDelivery delivery, CommonNotice common, NoticeHours hours, PoisonQueues poison, TimeProvider time, ILogger<WaitingNotices> log)
{
    /// <summary>Most messages that one run sends: within a function's time also where each takes a second.</summary>
    private const int MostARun = 200;

    /// <summary>Most that one run looks at.</summary>
    private const int MostRead = 2000;

    public async Task TellAsync(Channel channel, CancellationToken cancellationToken)
    {
        await BringForwardAsync(channel, cancellationToken);
        var waiting = await store.ReadAsync(channel, cancellationToken).Take(MostRead).ToListAsync(cancellationToken);
        string? away = null;
        foreach (var telling in NoticeGrouping.Of(waiting).Take(MostARun))
        {
            away ??= await TryAsync(telling, cancellationToken);
            if (away is not null)
            {
                break;
            }
        }
        if (away is not null)
        {
            foreach (var late in waiting.Where(w => NoticeRules.IsTooLate(w.Expected, time.GetUtcNow())))
            {
                await BuryAsync(late, $"It waited {NoticeRules.GiveUpAfter.TotalHours:0} hours and did not go out: {away}.", "", cancellationToken);
            }
        }
    }

    /// <summary>Forgets what has lost its meaning while it waited.</summary>
    /// <param name="noticeIds">Of <see cref="ManagerNotice"/>.</param>
    /// <param name="why">For the log.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task DropAsync(IReadOnlyCollection<string> noticeIds, string why, CancellationToken cancellationToken)
    {
        foreach (var channel in new[] { Channel.Sms, Channel.Email })
        {
            await foreach (var waiting in store.ReadAsync(channel, cancellationToken).Where(w => noticeIds.Contains(w.Notice.Id)).WithCancellation(cancellationToken))
            {
                await store.RemoveAsync(waiting, cancellationToken);
                log.NoticeDropped(waiting.Notice.Id, waiting.Recipient, channel, why);
            }
            await foreach (var later in store.ReadLaterAsync(channel, null, cancellationToken).Where(w => noticeIds.Contains(w.Notice.Id)).WithCancellation(cancellationToken))
            {
                await store.RemoveLaterAsync(later, cancellationToken);
                log.NoticeDropped(later.Notice.Id, later.Recipient, channel, why);
            }
        }
    }

    /// <summary>What has become due joins those who wait for the service. Written there before it is taken from here: a crash leaves both, in one place each.</summary>
    private async Task BringForwardAsync(Channel channel, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await foreach (var later in store.ReadLaterAsync(channel, now, cancellationToken))
        {
            // The program may have changed, and the end of a throttle may lie outside working hours.
            var due = hours.DueAt(later.Notice, later.Recipient, now);
            await (due > now ? store.AddLaterAsync(later with { Due = due }, cancellationToken) : store.AddAsync(later, cancellationToken));
            await store.RemoveLaterAsync(later, cancellationToken);
        }
    }

    /// <returns>Why the channel is closed for now; null where it is open.</returns>
    private async Task<string?> TryAsync(Telling telling, CancellationToken cancellationToken)
    {
        var (first, now) = (telling.First, time.GetUtcNow());
        try
        {
            if (telling.IsTogether)
            {
                return await common.TellAsync(telling, now, cancellationToken);
            }
            var notice = NoticeRules.ToldAt(first.Notice, first.Expected, now, hours.ZoneOf(first.Notice, first.Recipient));
            var outcome = await delivery.DeliverAsync(notice, first.Recipient, first.Channel, cancellationToken);
            if (outcome.Result == SendResult.Postponed)
            {
                await store.ClaimAsync(first, notice.Id, cancellationToken);
                log.NoticeWaits(notice.Id, first.Recipient, first.Channel, outcome.Reason);
                return outcome.Reason;
            }
            await store.RemoveAsync(first, cancellationToken);
            log.WaitingNoticeSettled(notice.Id, first.Recipient, first.Channel, outcome.Result, time.GetUtcNow() - first.Since);
        }
        catch (Exception e) when (!StorageTrouble.Is(e, cancellationToken))
        {
            // One that can't be handled must not stand in the way of all others for a day.
            foreach (var member in telling.Members)
            {
                await BuryAsync(member, PoisonRules.SentenceOf(e), PoisonRules.ChainOf(e), cancellationToken);
            }
        }
        return null;
    }

    private async Task BuryAsync(WaitingNotice waiting, string sentence, string exceptions, CancellationToken cancellationToken)
    {
        var text = JsonSerializer.Serialize(NoticeRules.Only(waiting.Notice, waiting.Recipient, waiting.Channel), CxJson.Lenient);
        await poison.BuryAsync(
            text,
            new PoisonReason(QueueNames.Notices, PoisonRules.KeyOf(text), time.GetUtcNow(), nameof(WaitingNoticeTimer), "", 1, exceptions, sentence),
            cancellationToken);
        await store.RemoveAsync(waiting, cancellationToken);
        log.NoticeGivenUp(waiting.Notice.Id, waiting.Recipient, waiting.Channel, sentence);
    }
}
