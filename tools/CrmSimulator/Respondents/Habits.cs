namespace CxFunctions.CrmSimulator.Respondents;

/// <summary>What a person of a temper does about a message. Pure: the same message always finds them the same.</summary>
public static class Habits
{
    /// <summary>After this nobody may answer any more: the life of a survey and its grace, and a bit.</summary>
    public static readonly TimeSpan TooLateAfter = TimeSpan.FromHours(49);

    /// <param name="temper">Of the person.</param>
    /// <param name="message">With a survey's link.</param>
    /// <param name="ordinal">1 for the invitation, 2 for the reminder.</param>
    /// <param name="occurredAt">Of the transaction.</param>
    /// <param name="seed">Of the run.</param>
    public static IEnumerable<Act> After(Temper temper, SandboxMessage message, int ordinal, DateTimeOffset occurredAt, int seed)
    {
        var chance = Chance.Of(seed, "habit", message.To, ordinal == 1 ? "first" : "again", message.Kind);
        if (message.Kind == "email")
        {
            yield return new Act(ActKind.Scan, message.At + TimeSpan.FromMinutes(1));
        }
        var soon = message.At + chance.Between(TimeSpan.FromMinutes(6), TimeSpan.FromMinutes(100));
        var act = (temper, ordinal) switch
        {
            (Temper.Prompt, 1) => ActKind.Answer,
            (Temper.NeedsReminder, 2) => ActKind.Answer,
            (Temper.SendsTwice, 1) => ActKind.AnswerTwice,
            (Temper.LeavesHalfway, 1) => ActKind.ScoreOnly,
            (Temper.OptsOutOnPage, 1) => ActKind.OptOut,
            (Temper.RepliesStop, 1) => message.Kind == "sms" ? ActKind.ReplyStop : ActKind.OptOut,
            (Temper.TooLate, 1) => ActKind.AnswerTooLate,
            _ => (ActKind?)null,
        };
        if (act is { } kind)
        {
            yield return new Act(kind, kind == ActKind.AnswerTooLate ? occurredAt + TooLateAfter : soon);
        }
    }
}
