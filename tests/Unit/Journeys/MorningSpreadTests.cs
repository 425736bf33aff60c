using CxFunctions.Catalog;
using CxFunctions.Journeys.Decisions;
using static CxFunctions.Tests.Unit.Journeys.Samples;

namespace CxFunctions.Tests.Unit.Journeys;

public sealed class MorningSpreadTests
{
    private static readonly SurveyProgram Spread = Retail with { WakingHours = Retail.WakingHours with { Spread = TimeSpan.FromHours(2) } };
    private static readonly DateTimeOffset Night = At("2026-11-23T02:00:00-05:00");
    private static readonly DateTimeOffset Opening = At("2026-11-23T09:00:00-05:00");

    [Fact]
    public void Those_of_a_night_fill_the_window_evenly_and_nobody_is_outside_of_it()
    {
        var perQuarter = new int[8];
        for (var i = 0; i < 2000; i++)
        {
            var after = Invite(Spread, $"C-{i}", Night)!.Value - Opening;
            perQuarter[(int)(after / TimeSpan.FromMinutes(15))]++;
        }
        Assert.All(perQuarter, count => Assert.InRange(count, 200, 300));
    }

    [Fact]
    public void A_contact_has_the_same_place_every_morning()
    {
        var first = Invite(Spread, "C-7", Night)!.Value;
        Assert.NotEqual(Opening, first);
        Assert.Equal(first.AddDays(1), Invite(Spread, "C-7", Night.AddDays(1).AddHours(3)));
    }

    [Fact]
    public void Who_comes_due_by_day_waits_for_nothing() => Assert.Equal(Opening.AddMinutes(30), Invite(Spread, "C-7", Opening));

    [Fact]
    public void Without_a_window_all_go_out_at_the_opening() => Assert.Equal(Opening, Invite(Retail, "C-7", Night));

    /// <summary>A survey of nine hours of which only the first forty minutes of the morning are left.</summary>
    [Fact]
    public void Who_would_come_too_late_has_a_place_in_what_is_left_of_the_window()
    {
        var life = Spread with { ExpiresAfter = Opening - Night + TimeSpan.FromMinutes(40) };
        for (var i = 0; i < 200; i++)
        {
            Assert.InRange(Invite(life, $"C-{i}", Night)!.Value, Opening, Opening.AddMinutes(25));
        }
    }

    [Fact]
    public void Reminders_of_a_night_are_spread_too()
    {
        var invited = At("2026-11-23T12:00:00-05:00");
        var late = Purchase with { ReminderAfter = TimeSpan.FromHours(12) };
        var at = Enumerable.Range(0, 100).Select(i => JourneyTiming.RemindAt(Spread, late, Zone("America/Lima"), $"C-{i}", invited, invited)!.Value).ToList();
        Assert.All(at, a => Assert.InRange(a, Opening.AddDays(1), Opening.AddDays(1).AddHours(2)));
        Assert.True(at.Distinct().Count() > 90);
    }

    [Fact]
    public void What_was_put_off_together_does_not_come_back_together()
    {
        var later = Enumerable.Range(0, 200).Select(i => JourneyTiming.PostponedTo(Noon, $"journey-{i}") - Noon).ToList();
        Assert.All(later, wait => Assert.InRange(wait, TimeSpan.FromMinutes(45), TimeSpan.FromMinutes(75)));
        Assert.True(later.Max() - later.Min() > TimeSpan.FromMinutes(25));
        Assert.Equal(later[7], JourneyTiming.PostponedTo(Noon, "journey-7") - Noon);
    }

    private static DateTimeOffset? Invite(SurveyProgram program, string contact, DateTimeOffset occurred) =>
        JourneyTiming.InviteAt(program, Purchase with { Delay = TimeSpan.FromMinutes(30) }, Zone("America/Lima"), contact, occurred, occurred);
}
