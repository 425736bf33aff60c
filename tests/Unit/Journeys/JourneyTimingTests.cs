using CxFunctions.Cases;
using CxFunctions.Catalog;
using CxFunctions.Contacts;
using CxFunctions.Journeys.Decisions;
using FsCheck;
using FsCheck.Fluent;
using static CxFunctions.Tests.Unit.Journeys.Samples;

namespace CxFunctions.Tests.Unit.Journeys;

public class JourneyTimingTests
{
    private static readonly string[] Zones =
        ["America/Lima", "America/Santiago", "America/New_York", "Europe/Lisbon", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Chatham", "Africa/Casablanca"];

    [Theory]
    // Ordinary days.
    [InlineData("America/Lima", "2026-11-23T10:00:00-05:00", "2026-11-23T10:30:00-05:00")]
    [InlineData("America/Lima", "2026-11-23T19:29:59-05:00", "2026-11-23T19:59:59-05:00")]
    [InlineData("America/Lima", "2026-11-23T19:30:00-05:00", "2026-11-24T09:00:00-05:00")]
    [InlineData("America/Lima", "2026-11-23T03:00:00-05:00", "2026-11-23T09:00:00-05:00")]
    // Santiago: clocks go forward at midnight of 6 September 2026 and back at midnight of 5 April 2026.
    [InlineData("America/Santiago", "2026-09-05T22:00:00-04:00", "2026-09-06T09:00:00-03:00")]
    [InlineData("America/Santiago", "2026-04-04T22:00:00-03:00", "2026-04-05T09:00:00-04:00")]
    // New York: 8 March and 1 November 2026.
    [InlineData("America/New_York", "2026-03-07T21:00:00-05:00", "2026-03-08T09:00:00-04:00")]
    [InlineData("America/New_York", "2026-10-31T21:00:00-04:00", "2026-11-01T09:00:00-05:00")]
    // Lisbon: 29 March and 25 October 2026.
    [InlineData("Europe/Lisbon", "2026-03-28T23:00:00+00:00", "2026-03-29T09:00:00+01:00")]
    [InlineData("Europe/Lisbon", "2026-10-24T23:00:00+01:00", "2026-10-25T09:00:00+00:00")]
    // Lord Howe: half an hour, 4 October and 5 April 2026.
    [InlineData("Australia/Lord_Howe", "2026-10-03T21:00:00+10:30", "2026-10-04T09:00:00+11:00")]
    [InlineData("Australia/Lord_Howe", "2026-04-04T21:00:00+11:00", "2026-04-05T09:00:00+10:30")]
    public void The_invitation_goes_out_after_the_delay_in_the_contacts_waking_hours(string zone, string occurred, string invited) =>
        Assert.Equal(At(invited), JourneyTiming.InviteAt(Retail, Purchase, Zone(zone), "C-1", At(occurred), At(occurred)));

    [Theory]
    [InlineData("2026-11-23T10:00:00-05:00", "2026-11-23T10:30:00-05:00", "2026-11-24T09:00:00-05:00")] // 08:30 is too early
    [InlineData("2026-11-23T12:00:00-05:00", "2026-11-23T12:30:00-05:00", "2026-11-24T10:30:00-05:00")]
    [InlineData("2026-11-23T19:30:00-05:00", "2026-11-24T09:00:00-05:00", "2026-11-25T09:00:00-05:00")] // next morning, well before 19:30
    [InlineData("2026-11-22T09:30:00-05:00", "2026-11-23T12:00:00-05:00", null)] // 24 November 10:00 is past the end of 09:30
    [InlineData("2026-11-22T10:30:00-05:00", "2026-11-23T11:30:00-05:00", "2026-11-24T09:30:00-05:00")] // an hour is left
    [InlineData("2026-11-22T10:29:59-05:00", "2026-11-23T11:30:00-05:00", null)]
    public void The_reminder_waits_for_the_morning_and_needs_an_hour_before_the_end(string occurred, string invited, string? reminded) =>
        Assert.Equal(reminded is null ? null : At(reminded), JourneyTiming.RemindAt(Retail, Purchase, Zone("America/Lima"), "C-1", At(occurred), At(invited)));

    [Fact]
    public void A_touchpoint_without_reminder_has_none() =>
        Assert.Null(JourneyTiming.RemindAt(Retail, Purchase with { ReminderAfter = null }, Zone("America/Lima"), "C-1", Noon, Noon.AddMinutes(30)));

    [Fact]
    public void The_end_is_48_hours_after_the_transaction_and_the_grace_comes_on_top()
    {
        Assert.Equal(Noon.AddHours(48), JourneyTiming.ExpiresAt(Retail, Noon));
        Assert.Equal(Noon.AddHours(48.5), JourneyTiming.ClosesAt(Retail, Noon));
    }

    /// <summary>Of a minute's life 15 s, so that somebody who tries things out sees a survey go out and die.</summary>
    [Theory]
    [InlineData(0, true)]
    [InlineData(45, true)]
    [InlineData(46, false)]
    public void In_a_trial_an_invitation_leaves_a_quarter_of_the_life_to_answer(int seconds, bool inTime) =>
        Assert.Equal(inTime, JourneyTiming.InviteAt(
            Retail with { Trial = true, ExpiresAfter = TimeSpan.FromMinutes(1) }, Purchase with { Delay = TimeSpan.Zero }, Zone("America/Lima"), "C-1", Noon, Noon.AddSeconds(seconds)) is not null);

    [Fact]
    public void An_unknown_zone_is_the_programs() =>
        Assert.Equal("America/Lima", Retail.ZoneOf("Mars/Olympus").Id);

    [Fact]
    public void An_invitation_never_leaves_before_its_delay_outside_waking_hours_or_after_expiry() =>
        Prop.ForAll(Cases.ToArbitrary(), c => JourneyTiming.InviteAt(c.Program, c.Touchpoint, c.Zone, c.Contact, c.OccurredAt, c.Now) is not { } at
            || (at >= c.OccurredAt + c.Touchpoint.Delay
                && at >= c.Now
                && c.Program.WakingHours.Contains(at, c.Zone)
                && at + JourneyTiming.LeastTimeToAnswer <= c.OccurredAt + c.Program.ExpiresAfter)).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Fact]
    public void A_reminder_never_leaves_early_outside_waking_hours_or_shortly_before_expiry_and_never_moves_it() =>
        Prop.ForAll(Cases.ToArbitrary(), c =>
        {
            var before = JourneyTiming.ExpiresAt(c.Program, c.OccurredAt);
            return JourneyTiming.RemindAt(c.Program, c.Touchpoint, c.Zone, c.Contact, c.OccurredAt, c.Now) is not { } at
                || (at >= c.Now + c.Touchpoint.ReminderAfter
                    && c.Program.WakingHours.Contains(at, c.Zone)
                    && at + JourneyTiming.LeastTimeAfterReminder <= before
                    && JourneyTiming.ExpiresAt(c.Program, c.OccurredAt) == before);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    /// <summary>In Lisbon the clock skips one to two in the morning of 28 March 2027.</summary>
    [Fact]
    public void Waking_hours_that_the_clock_skips_are_not_there_that_day()
    {
        var lisbon = TimeZoneInfo.FindSystemTimeZoneById("Europe/Lisbon");
        var at = new DateTimeOffset(2027, 3, 27, 7, 40, 0, TimeSpan.Zero);
        Assert.Equal(new DateTimeOffset(2027, 3, 29, 0, 11, 0, TimeSpan.Zero), new WakingHours { From = new(1, 11), To = new(1, 38) }.NextOpen(at, lisbon));
        Assert.Equal(new DateTimeOffset(2027, 3, 28, 1, 0, 0, TimeSpan.Zero), new WakingHours { From = new(1, 11), To = new(2, 38) }.NextOpen(at, lisbon));
    }

    /// <summary>What the engine was woken for must be what the decision finds: a time that is due is not put off again.</summary>
    [Fact]
    public void An_invitation_that_has_come_due_is_due() =>
        Prop.ForAll(Cases.ToArbitrary(), c => JourneyTiming.InviteAt(c.Program, c.Touchpoint, c.Zone, c.Contact, c.OccurredAt, c.Now) is not { } at
            || JourneyTiming.InviteAt(c.Program, c.Touchpoint, c.Zone, c.Contact, c.OccurredAt, at) == at).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    private sealed record Case(SurveyProgram Program, Touchpoint Touchpoint, TimeZoneInfo Zone, string Contact, DateTimeOffset OccurredAt, DateTimeOffset Now);

    private static Gen<Case> Cases =>
        from zone in Gen.Elements(Zones)
        from minute in Gen.Choose(0, 2 * 365 * 24 * 60)
        from late in Gen.Choose(0, 50 * 60)
        from delay in Gen.Choose(0, 24 * 60)
        from reminder in Gen.Choose(1, 47 * 60)
        from life in Gen.Choose(60, 48 * 60)
        from opens in Gen.Choose(0, 20 * 60)
        from open in Gen.Choose(1, 200)
        from spread in Gen.Choose(0, 240)
        from contact in Gen.Choose(0, 1000)
        let occurredAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute)
        select new Case(
            Retail with { ExpiresAfter = TimeSpan.FromMinutes(life), WakingHours = new() { From = new(opens / 60, opens % 60), To = new TimeOnly(opens / 60, opens % 60).AddMinutes(open), Spread = TimeSpan.FromMinutes(Math.Min(spread, open)) } },
            Purchase with { Delay = TimeSpan.FromMinutes(delay), ReminderAfter = TimeSpan.FromMinutes(reminder) },
            Zone(zone),
            $"C-{contact}",
            occurredAt,
            occurredAt.AddMinutes(late));
}
