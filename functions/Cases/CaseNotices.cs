using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Messages;

namespace CxFunctions.Cases;

/// <summary>What managers read about a case, each in their own time: one notice a zone. No personal data: the link leads to it.</summary>
internal static class CaseNotices
{
    /// <summary>Cases of a rule without a throttle that wait for the same person are told each on its own, up to so many.</summary>
    private const int MostSingly = 5;

    // Those that miss a deadline together are gathered so long where the rule is throttled.
    private static readonly TimeSpan Gather = TimeSpan.FromMinutes(1);

    /// <param name="c">As opened.</param>
    /// <param name="program">Its program.</param>
    /// <param name="rule">Null where it was taken out of the program meanwhile: then nobody is named.</param>
    /// <param name="links">Makes links.</param>
    /// <param name="request">What it was opened for.</param>
    public static IEnumerable<ManagerNotice> Opened(Case c, SurveyProgram program, AlertRule? rule, CxOptions links, CaseRequested request) =>
        ByZone(program, rule?.Recipients ?? []).Select(people => new ManagerNotice(
            ManagerNotice.CurrentVersion,
            OpenedId(c.Id),
            program.Id,
            [.. people],
            rule?.Channels ?? [Channel.Email],
            $"{program.Brand.Name}: unhappy customer at {TouchpointName(program, c)}{Place(c)}",
            [
                c.Verbatim is null ? $"{Score(c)} No comment was left." : request.Unread ? $"{Score(c)} The comment stands behind the link." : Score(c),
                $"Please pick it up by {LocalTime.Clock(c.AcknowledgeBy, people.Key)} and close it by {LocalTime.Clock(c.ResolveBy, people.Key)} ({people.Key.Id}).",
            ],
            Link(c, links),
            Words: request.Unread ? null : c.Verbatim,
            InWorkingHours: rule is { AtAnyHour: false },
            NotBefore: request.TellAt,
            Group: new NoticeGroup(
                TableKey.Of(program.Id, c.RuleId, c.Touchpoint, "opened"),
                $"{program.Brand.Name}: {{count}}{(IsThrottled(rule) ? " more" : "")} unhappy customers at {TouchpointName(program, c)}",
                $"{Score(c)} Pick it up by {LocalTime.Say(c.AcknowledgeBy, people.Key)}.",
                List(program, c, links),
                IsThrottled(rule) ? 1 : MostSingly)));

    public static IEnumerable<ManagerNotice> Escalated(Case c, SurveyProgram program, IReadOnlyList<string> recipients, CaseDeadline deadline, CxOptions links)
    {
        var rule = program.Alerts.FirstOrDefault(r => r.Id == c.RuleId);
        var (missed, due) = deadline == CaseDeadline.Acknowledge ? ("picked up", c.AcknowledgeBy) : ("closed", c.ResolveBy);
        return ByZone(program, recipients).Select(people => new ManagerNotice(
            ManagerNotice.CurrentVersion,
            LateId(c.Id, deadline),
            program.Id,
            [.. people],
            [Channel.Sms, Channel.Email],
            $"{program.Brand.Name}: case at {TouchpointName(program, c)}{Place(c)} was not {missed} in time",
            [
                $"{Score(c)} Opened {LocalTime.Say(c.OpenedAt, people.Key)}, {(c.Owner is { } owner ? $"with {owner}" : "with nobody yet")}.",
                deadline == CaseDeadline.Acknowledge ? "Nobody has acknowledged it." : "It is still open.",
            ],
            Link(c, links),
            NoticeUrgency.Overdue,
            InWorkingHours: rule is { AtAnyHour: false },
            NotBefore: IsThrottled(rule) ? due + Gather : null,
            Group: new NoticeGroup(
                TableKey.Of(program.Id, c.RuleId, c.Touchpoint, $"late-{deadline}"),
                $"{program.Brand.Name}: {{count}} cases at {TouchpointName(program, c)} were not {missed} in time",
                $"{Score(c)} Due {LocalTime.Say(due, people.Key)}.",
                List(program, c, links),
                IsThrottled(rule) ? 1 : MostSingly)));
    }

    /// <summary>What a move makes pointless to tell: nobody needs to pick up what is picked up, or to hear of a case that is closed.</summary>
    public static IReadOnlyList<string> OutdatedBy(CaseMove move, string caseId) => move switch
    {
        CaseMove.Acknowledge or CaseMove.Assign => [LateId(caseId, CaseDeadline.Acknowledge)],
        CaseMove.Resolve => [OpenedId(caseId), LateId(caseId, CaseDeadline.Acknowledge), LateId(caseId, CaseDeadline.Resolve)],
        _ => [],
    };

    private static IEnumerable<IGrouping<TimeZoneInfo, string>> ByZone(SurveyProgram program, IEnumerable<string> recipients) => recipients.GroupBy(program.ZoneOfRecipient);

    private static bool IsThrottled(AlertRule? rule) => rule?.Throttle > TimeSpan.Zero;

    private static Uri Link(Case c, CxOptions links) => new(links.Link($"/cases/{c.Token}"));

    private static Uri List(SurveyProgram program, Case c, CxOptions links) => new(links.Link($"/dashboard?program={program.Id}&touchpoint={c.Touchpoint}&cases=all#cases-title"));

    private static string OpenedId(string caseId) => $"case-{caseId}-opened";

    private static string LateId(string caseId, CaseDeadline deadline) => $"case-{caseId}-late-{deadline}";

    private static string TouchpointName(SurveyProgram program, Case c) => program.FindTouchpoint(c.Touchpoint)?.Name.En ?? c.Touchpoint;

    private static string Place(Case c) => c.Dimensions.Count == 0 ? "" : $" ({string.Join(", ", c.Dimensions.Values)})";

    private static string Score(Case c) => c.Score is { } score ? $"{c.Metric.ToString().ToUpperInvariant()} {score} of {Scale.Of(c.Metric)!.Max}." : "Negative words.";
}
