using CxFunctions.Catalog;
using CxFunctions.Contacts.Suppressions;
using CxFunctions.Journeys.Decisions;
using CxFunctions.Journeys.Ledger;
using static CxFunctions.Tests.Unit.Journeys.Samples;

namespace CxFunctions.Tests.Unit.Journeys;

public class InvitationRulesTests
{
    [Fact]
    public void With_nothing_against_it_the_first_channel_of_the_touchpoint_is_taken() =>
        Assert.Equal(InvitationDecision.Proceed(Channel.Sms), Invite());

    [Fact]
    public void A_channel_that_failed_gives_way_to_the_next() =>
        Assert.Equal(InvitationDecision.Proceed(Channel.Email), Invite(f => f with { Entry = f.Entry with { FailedChannels = [Channel.Sms] } }));

    [Fact]
    public void When_all_channels_failed_nothing_is_left() =>
        Assert.Equal(InvitationVerdict.Stop, Invite(f => f with { Entry = f.Entry with { FailedChannels = [Channel.Sms] }, Refused = [Channel.Email] }).Verdict);

    [Fact]
    public void Consent_that_was_withdrawn_meanwhile_counts()
    {
        Assert.Equal(InvitationDecision.Proceed(Channel.Email), Invite(f => f with { Contact = Ana with { Consent = new() { Email = true } } }));
        Assert.Equal(InvitationDecision.Stop(LedgerReason.NoConsent), Invite(f => f with { Contact = Ana with { Consent = new() } }));
    }

    [Fact]
    public void Who_said_stop_meanwhile_is_not_invited() =>
        Assert.Equal(InvitationDecision.Stop(LedgerReason.Suppressed), Invite(f => f with { Look = Stopped }));

    [Fact]
    public void What_the_CRM_took_back_is_not_asked_about() =>
        Assert.Equal(InvitationDecision.Stop(LedgerReason.Cancelled), Invite(f => f with { Entry = f.Entry with { CancelledAt = Noon }, Look = Stopped }));

    [Fact]
    public void Who_was_erased_is_not_invited() => Assert.Equal(InvitationVerdict.Stop, Invite(f => f with { Contact = null }).Verdict);

    [Theory]
    [InlineData("America/Lima", "2026-11-23T20:00:00-05:00", "2026-11-24T09:00:00-05:00")]
    [InlineData("Europe/Lisbon", "2026-11-23T15:01:00-05:00", "2026-11-24T09:00:00+00:00")] // moved: 20:01 in Lisbon
    public void Outside_waking_hours_it_waits_for_the_next_morning(string zone, string now, string until) => Assert.Equal(
        InvitationDecision.Wait(At(until)),
        Invite(f => f with { Now = At(now), Contact = Ana with { TimeZone = zone } }));

    [Fact]
    public void With_too_little_time_left_it_stops() =>
        Assert.Equal(InvitationDecision.Stop(LedgerReason.TooOld), Invite(f => f with { Now = Noon.AddHours(47.9) }));

    [Fact]
    public void A_reminder_takes_the_way_of_the_invitation() =>
        Assert.Equal(InvitationDecision.Proceed(Channel.Email), Remind(f => f with { Entry = f.Entry with { Channel = Channel.Email } }));

    [Fact]
    public void A_reminder_waits_for_waking_hours() => Assert.Equal(
        InvitationDecision.Wait(At("2026-11-24T09:00:00-05:00")), Remind(f => f with { Now = At("2026-11-24T08:59:00-05:00") }));

    public static TheoryData<string> NoReminder() => ["started", "suppressed", "cancelled", "no consent", "no address", "an hour left", "erased", "answered"];

    [Theory]
    [MemberData(nameof(NoReminder))]
    public void There_is_no_reminder_when(string what) => Assert.Equal(InvitationVerdict.Stop, Remind(f => what switch
    {
        "started" => f with { Entry = f.Entry with { StartedAt = Noon } },
        "suppressed" => f with { Look = Stopped },
        "cancelled" => f with { Entry = f.Entry with { CancelledAt = Noon } },
        "no consent" => f with { Contact = Ana with { Consent = new() { Email = true } } },
        "no address" => f with { Contact = Ana with { Phone = null } },
        "an hour left" => f with { Now = Noon.AddHours(47).AddSeconds(1) },
        "erased" => f with { Contact = null },
        _ => f with { HasResponse = true },
    }).Verdict);

    private static InvitationDecision Invite(Func<LiveFacts, LiveFacts>? change = null) =>
        InvitationRules.DecideInvitation(Retail, Purchase, change?.Invoke(Facts) ?? Facts);

    private static InvitationDecision Remind(Func<LiveFacts, LiveFacts>? change = null)
    {
        var facts = Facts with { Entry = Waiting with { InvitedAt = Noon.AddMinutes(30), Channel = Channel.Sms }, Now = Noon.AddHours(22.5) };
        return InvitationRules.DecideReminder(Retail, change?.Invoke(facts) ?? facts);
    }

    private static SuppressionLook Stopped => new(Suppressed: true, At: default);

    private static LiveFacts Facts => new() { Entry = Waiting, Contact = Ana, Look = default, Now = Noon.AddMinutes(30) };
}
