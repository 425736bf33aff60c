using CxFunctions.Cases;
using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Messages;

namespace CxFunctions.Tests.Unit.Cases;

public sealed class CaseOpeningTests
{
    private static readonly DateTimeOffset Friday = new(2026, 11, 27, 16, 0, 0, TimeSpan.FromHours(-5));
    private static readonly SurveyProgram Bank = ProgramFile.Load(Path.Combine(AppContext.BaseDirectory, "Catalog/Programs/bank.json"));
    private static readonly CxOptions Links = new() { PublicUrl = new("https://cx.example") };

    private static readonly SurveyProgram AtWork = Bank with
    {
        Recipients = new Dictionary<string, Recipient>
        {
            ["manager"] = new() { Name = "Service manager", WorkingHours = new() },
            ["madrid"] = new() { Name = "Head office", TimeZone = "Europe/Madrid" },
            ["regional"] = new() { Name = "Regional director", WorkingHours = new() },
        },
    };

    private static Case Open(SurveyProgram program, Func<AlertRule, AlertRule>? change = null)
    {
        var rule = program.Alerts[0];
        rule = change?.Invoke(rule) ?? rule;
        return CaseOpening.New(Request(rule), program, rule, rule.Case!);
    }

    private static CaseRequested Request(AlertRule rule) => new(
        1, "a-1", "bank", "branch", rule.Id, new ResponseRef("C-1", Friday, "j-1"), Channel.Sms, "es", new Dictionary<string, string>(), QuestionKind.Nps, 2, "Mal", Friday);

    private static DateTimeOffset Local(int day, int hour) => new(2026, day > 20 ? 11 : 12, day, hour, 0, 0, TimeSpan.FromHours(-5));

    [Fact]
    public void The_time_of_a_case_runs_in_the_working_hours_of_those_who_look_after_it()
    {
        var c = Open(AtWork);
        Assert.Equal((Local(30, 11), Local(2, 13), "America/Lima"), (c.AcknowledgeBy, c.ResolveBy, c.TimeZone));
    }

    [Fact]
    public void It_runs_at_any_hour_where_the_rule_says_so_or_nobody_has_hours()
    {
        var always = (Friday.AddHours(4), Friday.AddHours(24));
        Assert.Equal(always, Open(AtWork, rule => rule with { AtAnyHour = true }) is var a ? (a.AcknowledgeBy, a.ResolveBy) : default);
        Assert.Equal(always, Open(Bank) is var b ? (b.AcknowledgeBy, b.ResolveBy) : default);
        Assert.Equal(always, Open(AtWork, rule => rule with { Recipients = ["manager", "madrid"] }) is var c ? (c.AcknowledgeBy, c.ResolveBy) : default);
    }

    [Fact]
    public void Each_is_told_the_deadlines_by_the_clock_on_their_own_wall_under_one_id()
    {
        var rule = AtWork.Alerts[0] with { Recipients = ["manager", "madrid", "regional"] };
        var c = Open(AtWork, _ => rule);
        var notices = CaseNotices.Opened(c, AtWork, rule, Links, Request(rule)).ToList();

        Assert.Equal([["manager", "regional"], ["madrid"]], notices.Select(n => n.Recipients.ToArray()));
        Assert.Single(notices.Select(n => n.Id).Distinct());
        Assert.Equal("Please pick it up by 2026-11-27 20:00 and close it by 2026-11-28 16:00 (America/Lima).", notices[0].Lines[1]);
        Assert.Equal("Please pick it up by 2026-11-28 02:00 and close it by 2026-11-28 22:00 (Europe/Madrid).", notices[1].Lines[1]);
        Assert.All(notices, n => Assert.True(n.InWorkingHours));
        Assert.All(CaseNotices.Opened(c, AtWork, rule with { AtAnyHour = true }, Links, Request(rule)), n => Assert.False(n.InWorkingHours));
    }

    [Fact]
    public void Who_is_above_hears_of_a_missed_deadline_in_their_own_time()
    {
        var notice = Assert.Single(CaseNotices.Escalated(Open(AtWork), AtWork, ["madrid"], CaseDeadline.Acknowledge, Links));
        Assert.Contains("Opened 2026-11-27 22:00 Europe/Madrid", notice.Lines[0], StringComparison.Ordinal);
        Assert.True(notice.InWorkingHours);
    }

    [Fact]
    public void Words_that_nobody_has_read_for_names_travel_in_no_message()
    {
        var rule = Bank.Alerts[0];
        var notice = Assert.Single(CaseNotices.Opened(Open(Bank), Bank, rule, Links, Request(rule) with { Unread = true }));
        Assert.Null(notice.Words);
        Assert.Equal("NPS 2 of 10. The comment stands behind the link.", notice.Lines[0]);
        Assert.Equal("Mal", Assert.Single(CaseNotices.Opened(Open(Bank), Bank, rule, Links, Request(rule))).Words);
    }
}
