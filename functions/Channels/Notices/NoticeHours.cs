using CxFunctions.Catalog;
using CxFunctions.Messages;

namespace CxFunctions.Channels.Notices;

/// <summary>When somebody may be told, and in which zone they are told times.</summary>
public sealed class NoticeHours(ProgramCatalog catalog)
{
    /// <returns><paramref name="now"/> itself where the notice may be told now.</returns>
    public DateTimeOffset DueAt(ManagerNotice notice, string recipient, DateTimeOffset now)
    {
        var from = notice.NotBefore > now ? notice.NotBefore.Value : now;
        return notice.InWorkingHours && catalog.Find(notice.Program) is { } program ? WorkingCalendar.Of(program, [recipient]).NextOpen(from) : from;
    }

    /// <summary>UTC where the program is gone.</summary>
    public TimeZoneInfo ZoneOf(ManagerNotice notice, string recipient) => catalog.Find(notice.Program)?.ZoneOfRecipient(recipient) ?? TimeZoneInfo.Utc;
}
