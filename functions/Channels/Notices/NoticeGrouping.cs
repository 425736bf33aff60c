using System.Globalization;
using CxFunctions.Catalog;
using CxFunctions.Messages;

namespace CxFunctions.Channels.Notices;

/// <summary>Which of those that wait are told in one message, and what it says. Pure.</summary>
internal static class NoticeGrouping
{
    /// <summary>Cases that an e-mail names one by one.</summary>
    public const int MostNamed = 20;

    /// <summary>The messages to be sent, each at the place of the first that it stands for.</summary>
    /// <param name="waiting">In the order in which they are to be told.</param>
    public static IReadOnlyList<Telling> Of(IReadOnlyList<WaitingNotice> waiting) =>
        [.. waiting
            .Select((notice, place) => (notice, place))
            .GroupBy(w => (w.notice.Recipient, w.notice.Claim, w.notice.Claim is null ? w.notice.Notice.Group?.Key ?? $"|{w.place}" : null))
            .SelectMany(group => Tellings([.. group]))
            .OrderBy(telling => telling.Place)
            .Select(telling => telling.Telling)];

    /// <summary>One message that stands for all of them, under an id of its own.</summary>
    public static ManagerNotice Together(string id, IReadOnlyList<WaitingNotice> members, Channel channel)
    {
        var first = members[0].Notice;
        if (members.Count == 1 || first.Group is not { } group)
        {
            return first with { Id = id };
        }
        return first with
        {
            Id = id,
            Subject = group.Subject.Replace("{count}", members.Count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
            Lines = channel == Channel.Sms ? [$"The first: {group.Line}"] : [.. members.Take(MostNamed).Select(m => $"{m.Notice.Group!.Line} {m.Notice.Link}"), .. Rest(members.Count)],
            Link = group.Link,
            Words = null,
        };
    }

    private static IEnumerable<string> Rest(int count) =>
        count > MostNamed ? [string.Create(CultureInfo.InvariantCulture, $"{count - MostNamed} more are listed behind the link.")] : [];

    private static IEnumerable<(Telling Telling, int Place)> Tellings(IReadOnlyList<(WaitingNotice Notice, int Place)> group) =>
        group[0].Notice is { Claim: null } first && group.Count <= (first.Notice.Group?.MostSingly ?? 1)
            ? group.Select(w => (new Telling([w.Notice], IsTogether: false), w.Place))
            : [(new Telling([.. group.Select(w => w.Notice)], IsTogether: true), group[0].Place)];
}

/// <summary>One message to one person.</summary>
/// <param name="Members">What it tells of; at least one.</param>
/// <param name="IsTogether">Whether it goes out under an id of its own.</param>
internal sealed record Telling(IReadOnlyList<WaitingNotice> Members, bool IsTogether)
{
    public WaitingNotice First => Members[0];
}
