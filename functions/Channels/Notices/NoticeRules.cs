using System.Globalization;
using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Messages;

namespace CxFunctions.Channels.Notices;

/// <summary>Who is told first of those that wait, what they are told about it, and when it is too late. Pure.</summary>
internal static class NoticeRules
{
    /// <summary>After this time a notice that no service took is put into poison, where operations see it. A spent budget is whole again before.</summary>
    public static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(24);

    /// <summary>What comes later than this says so.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromMinutes(10);

    /// <summary>Sorts by urgency, then by time; the same notice to the same person has one place for each time it began to wait.</summary>
    public static string PlaceOf(ManagerNotice notice, string recipient, Channel channel, DateTimeOffset since) => TableKey.Of(
        ((int)notice.Urgency).ToString(CultureInfo.InvariantCulture),
        since.UtcTicks.ToString("D19", CultureInfo.InvariantCulture),
        StableId.Of(NoticeDelivery.SendIdOf(notice, recipient, channel)));

    /// <summary>Sorts by the time at which it is due, then by urgency; the same notice to the same person has one place for each such time.</summary>
    public static string LaterPlaceOf(ManagerNotice notice, string recipient, Channel channel, DateTimeOffset due) => TableKey.Of(
        due.UtcTicks.ToString("D19", CultureInfo.InvariantCulture),
        ((int)notice.Urgency).ToString(CultureInfo.InvariantCulture),
        StableId.Of(NoticeDelivery.SendIdOf(notice, recipient, channel)));

    public static bool IsTooLate(DateTimeOffset since, DateTimeOffset now) => now - since >= GiveUpAfter;

    /// <summary>The notice as it is told now.</summary>
    /// <param name="notice">As it was to be told.</param>
    /// <param name="since">When it was to be told.</param>
    /// <param name="now">UTC.</param>
    /// <param name="zone">Of whoever is told.</param>
    public static ManagerNotice ToldAt(ManagerNotice notice, DateTimeOffset since, DateTimeOffset now, TimeZoneInfo zone) => now - since < Late
        ? notice
        : notice with { Lines = [.. notice.Lines, $"This comes late: it is of {LocalTime.Say(since, zone)}."] };

    /// <summary>The notice for one person on one channel, as a queue message of its own.</summary>
    public static ManagerNotice Only(ManagerNotice notice, string recipient, Channel channel) => notice with { Recipients = [recipient], Channels = [channel] };
}
