using CxFunctions.Cases;

namespace CxFunctions.Tests.Unit.Cases;

public sealed class CaseAgendaRulesTests
{
    private static readonly Case Open = CaseTransitionsTests.NewCase();
    private static readonly Case Taken = Open with { State = CaseState.Acknowledged };
    private static readonly Case Closed = Open with { State = CaseState.Resolved };
    private static readonly Case Told = Closed with { WordBack = "Gracias.", WordBackState = WordBackState.Waiting };

    private static DateTimeOffset At(double hours) => Open.OpenedAt.AddHours(hours);

    private static CaseAgenda LookAt(double hours) => new(false, At(hours).UtcDateTime);

    [Fact]
    public void A_deadline_is_missed_at_its_instant_and_not_a_tick_before()
    {
        Assert.Null(CaseAgendaRules.Missed(Open, At(4).AddTicks(-1)));
        Assert.Equal(CaseDeadline.Acknowledge, CaseAgendaRules.Missed(Open, At(4)));
        Assert.Null(CaseAgendaRules.Missed(Taken, At(24).AddTicks(-1)));
        Assert.Equal(CaseDeadline.Resolve, CaseAgendaRules.Missed(Taken, At(24)));
    }

    [Fact]
    public void Each_deadline_is_told_once_and_after_the_second_the_first_is_no_news()
    {
        Assert.Null(CaseAgendaRules.Missed(Open with { AcknowledgeEscalatedAt = At(4) }, At(5)));
        Assert.Equal(CaseDeadline.Resolve, CaseAgendaRules.Missed(Open, At(30)));
        Assert.Null(CaseAgendaRules.Missed(Open with { ResolveEscalatedAt = At(30) }, At(30)));
        Assert.Null(CaseAgendaRules.Missed(Closed, At(30)));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3.5, 4)]
    [InlineData(4, 5)]
    [InlineData(23.5, 24)]
    [InlineData(500, 501)]
    public void An_open_case_is_looked_at_hourly_and_at_its_deadlines(double now, double next) =>
        Assert.Equal(LookAt(next), CaseAgendaRules.Of(Open, At(now), At(now)));

    [Fact]
    public void A_case_that_somebody_has_is_not_looked_at_for_being_picked_up() =>
        Assert.Equal(LookAt(4.5), CaseAgendaRules.Of(Taken, At(3.5), At(3.5)));

    [Fact]
    public void The_customer_is_told_at_the_opening_and_not_before()
    {
        Assert.Equal(LookAt(10), CaseAgendaRules.Of(Told, At(10).AddTicks(-1), At(10)));
        Assert.Equal(new CaseAgenda(true, null), CaseAgendaRules.Of(Told, At(10), At(10)));
    }

    [Fact]
    public void A_case_that_is_closed_and_told_or_erased_needs_nothing_more()
    {
        Assert.Equal(CaseAgenda.Done, CaseAgendaRules.Of(Closed, At(1), At(1)));
        Assert.Equal(CaseAgenda.Done, CaseAgendaRules.Of(Told with { WordBackState = WordBackState.Sent }, At(1), At(1)));
        Assert.Equal(CaseAgenda.Done, CaseAgendaRules.Of(null, At(1), At(1)));
    }
}
