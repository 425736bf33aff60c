using CxFunctions.Cases;
using CxFunctions.Catalog;
using CxFunctions.Channels.Notices;
using CxFunctions.Messages;

namespace CxFunctions.Tests.Unit.Channels;

public sealed class NoticeGroupingTests
{
    private static readonly DateTimeOffset Ten = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    private static WaitingNotice Waiting(string id, string? group = "a", int mostSingly = 2, string recipient = "manager") => new(
        new ManagerNotice(
            1, id, "bank", [recipient], [Channel.Sms], $"Case {id}", ["NPS 2."], new($"https://cx.example/cases/{id}"), Words: "Mal",
            Group: group is null ? null : new NoticeGroup(group, "Banco: {count} unhappy customers at Branch", $"Line {id}.", new("https://cx.example/dashboard"), mostSingly)),
        recipient,
        Channel.Sms,
        Ten);

    private static IEnumerable<string> Of(params WaitingNotice[] waiting) =>
        NoticeGrouping.Of(waiting).Select(t => (t.IsTogether ? "=" : "") + string.Join('+', t.Members.Select(m => m.Notice.Id)));

    [Fact]
    public void Few_of_a_group_are_told_one_by_one_in_their_order_and_many_in_one_message_at_the_place_of_the_first()
    {
        Assert.Equal(["1", "x", "2"], Of(Waiting("1"), Waiting("x", null), Waiting("2")));
        Assert.Equal(["x", "=1+2+3", "y"], Of(Waiting("x", null), Waiting("1"), Waiting("y", null), Waiting("2"), Waiting("3")));
        Assert.Equal(["1", "=2+3"], Of(Waiting("1", "b", 1), Waiting("2", "a", 1), Waiting("3", "a", 1)));
        Assert.Equal(["=1+3", "=2+4"], Of(Waiting("1", mostSingly: 1), Waiting("2", mostSingly: 1, recipient: "regional"), Waiting("3", mostSingly: 1), Waiting("4", mostSingly: 1, recipient: "regional")));
    }

    [Fact]
    public void What_a_message_was_tried_for_belongs_to_that_message_alone() => Assert.Equal(
        ["=1+2", "=3", "=4+5"],
        Of(Waiting("1", mostSingly: 1) with { Claim = "g" }, Waiting("2", mostSingly: 1) with { Claim = "g" }, Waiting("3", mostSingly: 1) with { Claim = "3" }, Waiting("4", mostSingly: 1), Waiting("5", mostSingly: 1)));

    [Fact]
    public void The_common_message_says_how_many_and_leads_to_the_list()
    {
        var all = Enumerable.Range(1, 25).Select(i => Waiting($"{i}")).ToList();
        var sms = NoticeGrouping.Together("g", all, Channel.Sms);
        Assert.Equal(("g", "Banco: 25 unhappy customers at Branch", "https://cx.example/dashboard", null), (sms.Id, sms.Subject, sms.Link.ToString(), sms.Words));
        Assert.Equal(["The first: Line 1."], sms.Lines);

        var mail = NoticeGrouping.Together("g", all, Channel.Email);
        Assert.Equal(21, mail.Lines.Count);
        Assert.Equal("Line 20. https://cx.example/cases/20", mail.Lines[19]);
        Assert.Equal("5 more are listed behind the link.", mail.Lines[20]);
    }

    [Fact]
    public void One_that_is_left_alone_of_a_group_is_told_as_itself()
    {
        var alone = NoticeGrouping.Together("g", [Waiting("1")], Channel.Sms);
        Assert.Equal(("g", "Case 1", "Mal"), (alone.Id, alone.Subject, alone.Words));
    }
}
