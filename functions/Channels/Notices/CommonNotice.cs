using System.Globalization;
using CxFunctions.Foundation;
using CxFunctions.Messages;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Channels.Notices;

/// <summary>
/// One message that stands for many that wait. First they are claimed for it, then it goes out, then each of them is noted as told, then they go:
/// whatever crashes in between, nobody is told twice and nothing is left out.
/// </summary>
public sealed class CommonNotice(WaitingNoticeStore store, NoticeDelivery delivery, NoticeHours hours, ILogger<CommonNotice> log)
{
    // Storage calls at a time.
    private const int SideBySide = 16;

    /// <returns>Why it can't go out now; null where it did, or where nothing was left to tell.</returns>
    internal async Task<string?> TellAsync(Telling telling, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (recipient, channel) = (telling.First.Recipient, telling.First.Channel);
        var id = telling.First.Claim ?? IdOf(telling.First);
        var members = await ClaimedAsync(telling, id, cancellationToken);
        if (members.Count == 0)
        {
            return null;
        }
        var first = members[0];
        var notice = NoticeRules.ToldAt(NoticeGrouping.Together(id, members, channel), first.Expected, now, hours.ZoneOf(first.Notice, recipient));
        var outcome = await delivery.DeliverAsync(notice, recipient, channel, cancellationToken);
        if (outcome.Result == SendResult.Postponed)
        {
            log.NoticeWaits(id, recipient, channel, outcome.Reason);
            return outcome.Reason;
        }
        await ForEachAsync(telling.Members, async member =>
        {
            if (outcome.Result == SendResult.Sent)
            {
                await delivery.NoteToldAsync(member.Notice, id, recipient, channel, cancellationToken);
            }
            await store.RemoveAsync(member, cancellationToken);
        });
        log.NoticesToldTogether(id, members.Count, recipient, channel, outcome.Result);
        return null;
    }

    /// <summary>
    /// Each once, in order. One that was told before, of which a second delivery left a copy here, and one that was dropped meanwhile do not count.
    /// </summary>
    private async Task<IReadOnlyList<WaitingNotice>> ClaimedAsync(Telling telling, string id, CancellationToken cancellationToken)
    {
        var counted = new bool[telling.Members.Count];
        await ForEachAsync(telling.Members.Select((member, place) => (member, place)), async one =>
        {
            if (await delivery.WasToldAsync(one.member.Notice, one.member.Recipient, one.member.Channel, cancellationToken))
            {
                await store.RemoveAsync(one.member, cancellationToken);
                return;
            }
            counted[one.place] = one.member.Claim == id || await store.ClaimAsync(one.member, id, cancellationToken);
        });
        return [.. telling.Members.Where((_, place) => counted[place]).DistinctBy(member => member.Notice.Id)];
    }

    private static string IdOf(WaitingNotice first) =>
        "together-" + StableId.Of(first.Notice.Id, first.Recipient, first.Channel.ToString(), first.Since.UtcTicks.ToString(CultureInfo.InvariantCulture));

    private static Task ForEachAsync<T>(IEnumerable<T> items, Func<T, Task> act) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = SideBySide }, async (item, _) => await act(item));
}
