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
public sealed class WaitingNotices(WaitingNoticeStore store, NoticeDelivery delivery, PoisonQueues poison, TimeProvider time, ILogger<WaitingNotices> log)
{
    /// <summary>Most that one run tells: within a function's time also where each takes a second.</summary>
    private const int MostARun = 200;

    public async Task TellAsync(Channel channel, CancellationToken cancellationToken)
    {
        string? away = null;
        await foreach (var waiting in store.ReadAsync(channel, cancellationToken).Take(MostARun).WithCancellation(cancellationToken))
        {
            if (away is null)
            {
                away = await TryAsync(waiting, cancellationToken);
            }
            if (away is not null && NoticeRules.IsTooLate(waiting.Since, time.GetUtcNow()))
            {
                await BuryAsync(waiting, $"It waited {NoticeRules.GiveUpAfter.TotalHours:0} hours and did not go out: {away}.", "", cancellationToken);
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
        }
    }

    /// <returns>Why the channel is closed for now; null where it is open.</returns>
    private async Task<string?> TryAsync(WaitingNotice waiting, CancellationToken cancellationToken)
    {
        var notice = NoticeRules.ToldAt(waiting.Notice, waiting.Since, time.GetUtcNow());
        try
        {
            var outcome = await delivery.DeliverAsync(notice, waiting.Recipient, waiting.Channel, cancellationToken);
            if (outcome.Result == SendResult.Postponed)
            {
                log.NoticeWaits(notice.Id, waiting.Recipient, waiting.Channel, outcome.Reason);
                return outcome.Reason;
            }
            await store.RemoveAsync(waiting, cancellationToken);
            log.WaitingNoticeSettled(notice.Id, waiting.Recipient, waiting.Channel, outcome.Result, time.GetUtcNow() - waiting.Since);
        }
        catch (Exception e) when (!StorageTrouble.Is(e, cancellationToken))
        {
            // One that can't be handled must not stand in the way of all others for a day.
            await BuryAsync(waiting, PoisonRules.SentenceOf(e), PoisonRules.ChainOf(e), cancellationToken);
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
