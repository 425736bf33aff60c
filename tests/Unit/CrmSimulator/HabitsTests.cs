using CxFunctions.CrmSimulator.Respondents;

namespace CxFunctions.Tests.Unit.CrmSimulator;

public sealed class HabitsTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 4, 15, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Temper.Prompt, ActKind.Answer)]
    [InlineData(Temper.SendsTwice, ActKind.AnswerTwice)]
    [InlineData(Temper.LeavesHalfway, ActKind.ScoreOnly)]
    [InlineData(Temper.OptsOutOnPage, ActKind.OptOut)]
    [InlineData(Temper.RepliesStop, ActKind.ReplyStop)]
    public void EachTemperDealsWithTheInvitationInItsOwnWay(Temper temper, ActKind kind)
    {
        var act = Assert.Single(After(temper, "sms", 1));
        Assert.Equal(kind, act.Kind);
        Assert.InRange(act.At - At, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(100));
    }

    [Fact]
    public void TheForgetfulAnswerOnlyTheReminder()
    {
        Assert.Empty(After(Temper.NeedsReminder, "sms", 1));
        Assert.Equal(ActKind.Answer, Assert.Single(After(Temper.NeedsReminder, "sms", 2)).Kind);
    }

    [Fact]
    public void WhoIgnoresItDoesNothingAtAll() => Assert.Empty(After(Temper.Ignores, "sms", 1).Concat(After(Temper.Ignores, "sms", 2)));

    [Fact]
    public void EMailIsScannedBeforeAnybodyReadsIt() =>
        Assert.Equal([ActKind.Scan, ActKind.OptOut], After(Temper.RepliesStop, "email", 1).OrderBy(a => a.At).Select(a => a.Kind));

    [Fact]
    public void WhoComesTooLateComesWhenExpiryAndGraceAreOver() =>
        Assert.Equal(At.AddHours(-5).AddHours(49), Assert.Single(After(Temper.TooLate, "sms", 1)).At);

    private static List<Act> After(Temper temper, string kind, int ordinal) => [.. Habits.After(
        temper,
        new SandboxMessage { Sequence = 1, Kind = kind, To = "+5190000001", At = At, Status = "Delivered", Links = ["http://localhost:7071/s/abc"] },
        ordinal, At.AddHours(-5), 1)];
}
