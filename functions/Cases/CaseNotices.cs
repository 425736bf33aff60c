using CxFunctions.Catalog;
using CxFunctions.Messages;

namespace CxFunctions.Cases;

/// <summary>What managers read about a case. No personal data: the link leads to it.</summary>
internal static class CaseNotices
{
    public static ManagerNotice Opened(Case c, SurveyProgram program, IReadOnlyList<string> recipients, IReadOnlyList<Channel> channels, Uri link) => new(
        ManagerNotice.CurrentVersion,
        OpenedId(c.Id),
        program.Id,
        recipients,
        channels,
        $"{program.Brand.Name}: unhappy customer at {TouchpointName(program, c)}{Place(c)}",
        [
            c.Verbatim is null ? $"{Score(c)} No comment was left." : Score(c),
            $"Please pick it up by {c.AcknowledgeBy:yyyy-MM-dd HH:mm} UTC and close it by {c.ResolveBy:yyyy-MM-dd HH:mm} UTC.",
        ],
        link,
        Words: c.Verbatim);

    public static ManagerNotice Escalated(Case c, SurveyProgram program, IReadOnlyList<string> recipients, CaseDeadline deadline, Uri link) => new(
        ManagerNotice.CurrentVersion,
        LateId(c.Id, deadline),
        program.Id,
        recipients,
        [Channel.Sms, Channel.Email],
        $"{program.Brand.Name}: case at {TouchpointName(program, c)}{Place(c)} was not {(deadline == CaseDeadline.Acknowledge ? "picked up" : "closed")} in time",
        [
            $"{Score(c)} Opened {c.OpenedAt:yyyy-MM-dd HH:mm} UTC, {(c.Owner is { } owner ? $"with {owner}" : "with nobody yet")}.",
            deadline == CaseDeadline.Acknowledge ? "Nobody has acknowledged it." : "It is still open.",
        ],
        link,
        NoticeUrgency.Overdue);

    /// <summary>What a move makes pointless to tell: nobody needs to pick up what is picked up, or to hear of a case that is closed.</summary>
    public static IReadOnlyList<string> OutdatedBy(CaseMove move, string caseId) => move switch
    {
        CaseMove.Acknowledge or CaseMove.Assign => [LateId(caseId, CaseDeadline.Acknowledge)],
        CaseMove.Resolve => [OpenedId(caseId), LateId(caseId, CaseDeadline.Acknowledge), LateId(caseId, CaseDeadline.Resolve)],
        _ => [],
    };

    private static string OpenedId(string caseId) => $"case-{caseId}-opened";

    private static string LateId(string caseId, CaseDeadline deadline) => $"case-{caseId}-late-{deadline}";

    private static string TouchpointName(SurveyProgram program, Case c) => program.FindTouchpoint(c.Touchpoint)?.Name.En ?? c.Touchpoint;

    private static string Place(Case c) => c.Dimensions.Count == 0 ? "" : $" ({string.Join(", ", c.Dimensions.Values)})";

    private static string Score(Case c) => c.Score is { } score ? $"{c.Metric.ToString().ToUpperInvariant()} {score} of {Scale.Of(c.Metric)!.Max}." : "Negative words.";
}
