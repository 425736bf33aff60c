using CxFunctions.Catalog;
using CxFunctions.CrmSimulator.Respondents;
using CxFunctions.LocalHost.Demo.Evidence;

namespace CxFunctions.LocalHost.Demo.Invariants;

internal static class MessageChecks
{
    /// <summary>Real seconds that pass between the app's last look at the clock and the Sandbox's stamp.</summary>
    private const int Underway = 2;

    /// <summary>One invitation and at most one reminder on a channel; another channel only when the first one failed.</summary>
    public static Finding AskedOnce(DemoEvidence e)
    {
        var breaches = new List<string>();
        foreach (var journey in e.SurveyMessages.GroupBy(m => m.Invitation.JourneyId))
        {
            var links = journey.GroupBy(m => m.Invitation.Token).Select(g => g.OrderBy(m => m.Message.At).ToList()).OrderBy(g => g[0].Message.At).ToList();
            foreach (var link in links)
            {
                var touchpoint = e.Catalog.Get(link[0].Invitation.Program).FindTouchpoint(link[0].Invitation.Touchpoint)!;
                if (link.Count > 2 || (link.Count == 2 && !IsReminder(link[0].Message, link[1].Message, touchpoint)))
                {
                    breaches.Add($"{journey.First().Invitation.TransactionId}: {link.Count} messages on {link[0].Message.Kind}");
                }
            }
            if (links.SkipLast(1).Any(link => link.TrueForAll(m => m.Message.Status is "Delivered" or "Accepted")))
            {
                breaches.Add($"{journey.First().Invitation.TransactionId}: asked on a second channel although the first one worked");
            }
        }
        return new($"{e.SurveyMessages.Count} survey messages", breaches);
    }

    public static Finding InWakingHours(DemoEvidence e)
    {
        var late = TimeSpan.Zero;
        var breaches = new List<string>();
        foreach (var (message, invitation) in e.SurveyMessages)
        {
            var program = e.Catalog.Get(invitation.Program);
            var zone = TimeZoneInfo.FindSystemTimeZoneById(e.People[invitation.ContactId].Country.TimeZone);
            if (program.WakingHours.Contains(message.At, zone))
            {
                continue;
            }
            var past = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(message.At, zone).DateTime) - program.WakingHours.To;
            late = past > late && past <= Underway * e.RealSecond ? past : late;
            if (past > Underway * e.RealSecond)
            {
                breaches.Add($"{invitation.TransactionId}: {message.Kind} at {TimeZoneInfo.ConvertTime(message.At, zone):HH:mm} there");
            }
        }
        return new($"{e.SurveyMessages.Count} survey messages, at most {late.TotalSeconds:0} virtual seconds on their way past closing", breaches);
    }

    public static Finding BeforeExpiry(DemoEvidence e) => new(
        $"{e.SurveyMessages.Count} survey messages",
        [.. e.SurveyMessages.Where(m => m.Message.At > m.Invitation.ExpiresAt + (Underway * e.RealSecond))
            .Select(m => $"{m.Invitation.TransactionId}: {m.Message.Kind} {(m.Message.At - m.Invitation.ExpiresAt).TotalSeconds:0} s after expiry")]);

    private static bool IsReminder(SandboxMessage first, SandboxMessage second, Touchpoint touchpoint) =>
        touchpoint.ReminderAfter is { } after && second.At - first.At >= after * 0.9;
}
