using CxFunctions.Channels.Sms;

namespace CxFunctions.Channels.Notices;

/// <summary>A notice as an SMS: subject and link always, as many lines between them as fit.</summary>
internal static class NoticeText
{
    public const int MaxSegments = 3;

    public static string Sms(ManagerNotice notice)
    {
        for (var lines = notice.Lines.Count; lines > 0; lines--)
        {
            var text = Join(notice, lines);
            if (SmsSegments.Of(text).Count <= MaxSegments)
            {
                return text;
            }
        }
        return Join(notice, 0);
    }

    private static string Join(ManagerNotice notice, int lines) =>
        string.Join('\n', [notice.Subject, .. notice.Lines.Take(lines), notice.Link.ToString()]);
}
