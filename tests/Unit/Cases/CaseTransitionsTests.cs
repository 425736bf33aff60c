using CxFunctions.Cases;
using CxFunctions.Catalog;
using CxFunctions.Messages;

namespace CxFunctions.Tests.Unit.Cases;

public class CaseTransitionsTests
{
    private static readonly DateTimeOffset Opened = DateTimeOffset.Parse("2026-11-20T10:00:00Z");

    internal static Case NewCase() => new()
    {
        Id = "c1",
        Token = "t",
        Program = "bank",
        Touchpoint = "branch",
        RuleId = "detractor",
        Response = new ResponseRef("C-1", Opened.AddHours(-2), "journey-1"),
        Channel = Channel.Sms,
        Locale = "es",
        Metric = QuestionKind.Nps,
        Score = 2,
        OpenedAt = Opened,
        AcknowledgeBy = Opened.AddHours(4),
        ResolveBy = Opened.AddHours(24),
    };

    [Theory]
    [InlineData(CaseState.Open, CaseMove.Acknowledge, CaseState.Acknowledged)]
    [InlineData(CaseState.Open, CaseMove.Assign, CaseState.Acknowledged)]
    [InlineData(CaseState.Open, CaseMove.Note, CaseState.Open)]
    [InlineData(CaseState.Open, CaseMove.Resolve, CaseState.Resolved)]
    [InlineData(CaseState.Acknowledged, CaseMove.Acknowledge, CaseState.Acknowledged)]
    [InlineData(CaseState.Acknowledged, CaseMove.Assign, CaseState.Acknowledged)]
    [InlineData(CaseState.Acknowledged, CaseMove.Note, CaseState.Acknowledged)]
    [InlineData(CaseState.Acknowledged, CaseMove.Resolve, CaseState.Resolved)]
    [InlineData(CaseState.Resolved, CaseMove.Acknowledge, CaseState.Resolved)]
    [InlineData(CaseState.Resolved, CaseMove.Assign, CaseState.Resolved)]
    [InlineData(CaseState.Resolved, CaseMove.Note, CaseState.Resolved)]
    [InlineData(CaseState.Resolved, CaseMove.Resolve, CaseState.Resolved)]
    public void Every_move_from_every_state_leads_where_the_table_says(CaseState from, CaseMove move, CaseState to) =>
        Assert.Equal(to, CaseTransitions.Apply(NewCase() with { State = from }, new CaseAction(move, "Rosa"), Opened.AddHours(1)).State);

    [Fact]
    public void Who_acknowledges_first_owns_it_and_a_second_click_changes_nothing()
    {
        var first = CaseTransitions.Apply(NewCase(), new CaseAction(CaseMove.Acknowledge, "Rosa"), Opened.AddHours(1));
        var second = CaseTransitions.Apply(first, new CaseAction(CaseMove.Acknowledge, "Juan"), Opened.AddHours(2));

        Assert.Equal("Rosa", second.Owner);
        Assert.Equal(Opened.AddHours(1), second.AcknowledgedAt);
    }

    [Fact]
    public void Closing_with_words_for_the_customer_makes_them_wait_to_be_sent()
    {
        var closed = CaseTransitions.Apply(NewCase(), new CaseAction(CaseMove.Resolve, "Rosa", Outcome: CaseOutcome.Settled, WordBack: "Abrimos otra caja."), Opened.AddHours(3));

        Assert.Equal(WordBackState.Waiting, closed.WordBackState);
        Assert.Equal(Opened.AddHours(3), closed.ResolvedAt);
        Assert.Equal("Rosa", closed.Owner);
        Assert.False(closed.IsOpen);
    }

    [Fact]
    public void A_closed_case_keeps_its_outcome_whatever_comes_after()
    {
        var closed = CaseTransitions.Apply(NewCase(), new CaseAction(CaseMove.Resolve, "Rosa", Outcome: CaseOutcome.Settled), Opened.AddHours(3));

        Assert.Equal(closed, CaseTransitions.Apply(closed, new CaseAction(CaseMove.Resolve, "Juan", Outcome: CaseOutcome.NoAction), Opened.AddHours(5)));
    }
}
