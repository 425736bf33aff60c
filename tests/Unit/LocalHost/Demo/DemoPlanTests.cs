using CxFunctions.CrmSimulator.Respondents;
using CxFunctions.LocalHost.Demo.Plan;

namespace CxFunctions.Tests.Unit.LocalHost.Demo;

public sealed class DemoPlanTests
{
    private static readonly DemoStart Start = new(new DateTimeOffset(2026, 3, 4, 13, 55, 0, TimeSpan.Zero), 1, 330, 1);

    [Fact]
    public void TheSameStartPlansTheSameDay()
    {
        var (one, two) = (new DemoPlan(Start), new DemoPlan(Start));
        Assert.Equal(one.Deliveries.Select(d => (d.Key, d.At, d.Source)), two.Deliveries.Select(d => (d.Key, d.At, d.Source)));
        Assert.Equal(one.Customers.Select(c => (c.Temper, c.Opinion)), two.Customers.Select(c => (c.Temper, c.Opinion)));
    }

    [Fact]
    public void ItHoldsAtLeastThreeHundredTransactionsOverTwoDays()
    {
        var plan = new DemoPlan(Start);
        Assert.True(plan.Customers.Count >= 300);
        Assert.True(plan.Deliveries[^1].At - plan.Deliveries[0].At > TimeSpan.FromHours(40));
        Assert.True(plan.End - Start.At < TimeSpan.FromHours(55), "it would take longer than six minutes at 600 times the speed");
    }

    [Fact]
    public void NobodyWhoMightIgnoreASurveyHoldsTheDemoOpenPastItsEnd()
    {
        var plan = new DemoPlan(Start);
        Temper[] decided = [Temper.Prompt, Temper.SendsTwice, Temper.OptsOutOnPage];
        Assert.All(
            plan.Customers.Where(c => c.Transaction.OccurredAt > Start.At.AddHours(5)),
            customer => Assert.Contains(customer.Temper, decided));
    }

    [Fact]
    public void EveryTemperAndEveryOddityIsThere()
    {
        var plan = new DemoPlan(Start);
        Assert.Equal(Enum.GetValues<Temper>().Order(), plan.Customers.Select(c => c.Temper).Distinct().Order());
        Assert.Contains(plan.Customers, c => c.DeliverAt - c.Transaction.OccurredAt > TimeSpan.FromHours(48));
        Assert.Contains(plan.Customers, c => !c.Transaction.Person.ConsentsToSms && !c.Transaction.Person.ConsentsToEmail);
        Assert.Contains(plan.Customers, c => c.Transaction.Touchpoint == "kiosk");
        Assert.Contains(plan.Customers.GroupBy(c => c.Transaction.Person.Id), g => g.Count() > 1);
        Assert.Contains(plan.Deliveries, d => d.Transaction.TakenBack);
        Assert.Contains(plan.Deliveries, d => d.Key.EndsWith("/again", StringComparison.Ordinal));
        Assert.Contains(plan.Deliveries, d => d.Source == "hubspot");
        Assert.NotEmpty(plan.DeadPhones);
    }

    [Fact]
    public void NothingIsDeliveredBeforeItHappened() =>
        Assert.All(new DemoPlan(Start).Deliveries, d => Assert.True(d.At > d.Transaction.OccurredAt));

    [Fact]
    public void TheBadDayComesAfterADayGoodEnoughToFallFrom()
    {
        var visits = new DemoPlan(Start).Customers.Where(c => c.Transaction is { Program: "bank", Touchpoint: "branch" }).ToList();
        var midnight = Start.At.Date;
        var before = Nps(visits.Where(c => c.Transaction.OccurredAt < midnight));
        var after = Nps(visits.Where(c => c.Transaction.OccurredAt >= midnight && c.Transaction.OccurredAt < midnight.AddDays(1)));
        Assert.True(before - after > 30, $"{before:0} before, {after:0} after");
    }

    [Fact]
    public void AnotherDayHasOtherPeopleAndIds()
    {
        var (one, two) = (new DemoPlan(Start), new DemoPlan(Start with { At = Start.At.AddDays(3), Day = 2 }));
        Assert.Empty(one.Customers.Select(c => c.Transaction.Id).Intersect(two.Customers.Select(c => c.Transaction.Id)));
        Assert.Empty(one.Customers.Select(c => c.Transaction.Person.Phone).Intersect(two.Customers.Select(c => c.Transaction.Person.Phone)));
    }

    [Theory]
    [InlineData("2026-03-04T20:00:00Z", "2026-03-04T13:52:00Z")]
    [InlineData("2026-03-04T09:00:00Z", "2026-03-03T13:52:00Z")]
    public void ANewClockStartsJustBeforeADemoDay(string now, string start) =>
        Assert.Equal(At(start), DemoStart.ClockStart(At(now)));

    [Theory]
    [InlineData("2026-03-04T13:52:00Z", "2026-03-04T13:55:00Z")]
    [InlineData("2026-03-04T15:30:00Z", "2026-03-04T15:30:00Z")]
    [InlineData("2026-03-04T17:00:00Z", "2026-03-05T13:55:00Z")]
    public void ADayBeginsAtItsHourOrALittleLater(string now, string start) => Assert.Equal(At(start), DemoStart.Next(At(now)));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static double Nps(IEnumerable<PlannedCustomer> visits)
    {
        var scores = visits.Select(v => v.Opinion.ScoreOn(0, 10)).ToList();
        return 100.0 * (scores.Count(s => s >= 9) - scores.Count(s => s <= 6)) / scores.Count;
    }
}
