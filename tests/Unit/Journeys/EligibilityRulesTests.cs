using CxFunctions.Contacts;
using CxFunctions.Contacts.Suppressions;
using CxFunctions.Journeys;
using CxFunctions.Journeys.Decisions;
using CxFunctions.Journeys.Ledger;
using static CxFunctions.Tests.Unit.Journeys.Samples;

namespace CxFunctions.Tests.Unit.Journeys;

public class EligibilityRulesTests
{
    [Fact]
    public void A_fresh_transaction_of_a_willing_contact_is_eligible() => Assert.Equal(LedgerReason.Eligible, Decide());

    [Theory]
    [InlineData(5, LedgerReason.Eligible)]
    [InlineData(6, LedgerReason.InFuture)]
    public void A_senders_clock_may_run_five_minutes_ahead(int minutes, LedgerReason reason) =>
        Assert.Equal(reason, Decide(f => f with { OccurredAt = f.Now.AddMinutes(minutes) }));

    [Theory]
    [InlineData("2026-11-23T12:00:00-05:00", "2026-11-25T11:45:00-05:00", LedgerReason.Eligible)] // 15 minutes are left
    [InlineData("2026-11-23T12:00:00-05:00", "2026-11-25T11:45:01-05:00", LedgerReason.TooOld)]
    [InlineData("2026-11-23T12:00:00-05:00", "2026-11-25T12:00:00-05:00", LedgerReason.TooOld)]
    [InlineData("2026-11-23T08:50:00-05:00", "2026-11-24T20:00:00-05:00", LedgerReason.TooOld)] // awake again only when it is over
    [InlineData("2026-11-23T09:15:00-05:00", "2026-11-24T20:00:00-05:00", LedgerReason.Eligible)] // one quarter of an hour of morning
    public void What_could_not_be_answered_in_its_48_hours_is_too_old(string occurred, string now, LedgerReason reason) =>
        Assert.Equal(reason, Decide(f => f with { OccurredAt = At(occurred), Now = At(now) }));

    [Theory]
    [InlineData(true, true, true, true, LedgerReason.Eligible)]
    [InlineData(true, true, false, false, LedgerReason.NoConsent)]
    [InlineData(false, false, true, true, LedgerReason.NoAddress)]
    [InlineData(false, false, false, false, LedgerReason.NoConsent)]
    [InlineData(true, false, false, true, LedgerReason.NoAddress)] // a phone, but only e-mail was agreed to
    [InlineData(true, false, true, false, LedgerReason.Eligible)]
    [InlineData(false, true, false, true, LedgerReason.Eligible)]
    public void There_must_be_one_channel_with_consent_and_address(bool phone, bool email, bool sms, bool mail, LedgerReason reason) =>
        Assert.Equal(reason, Decide(f => f with
        {
            Contact = Ana with { Phone = phone ? Ana.Phone : null, Email = email ? Ana.Email : null, Consent = new() { Sms = sms, Email = mail } },
        }));

    [Theory]
    [InlineData("+5112345678", true, LedgerReason.Eligible)] // a landline, but e-mail is open
    [InlineData("+5112345678", false, LedgerReason.NoAddress)]
    [InlineData("+51987654321", false, LedgerReason.Eligible)]
    public void A_landline_is_no_way_for_an_sms(string phone, bool email, LedgerReason reason) =>
        Assert.Equal(reason, Decide(f => f with { Contact = Ana with { Phone = phone, Email = email ? Ana.Email : null } }));

    [Theory]
    [InlineData("+5112345678", true, "contact.phone is of a kind that takes no SMS")]
    [InlineData("+5112345678", false, null)] // would not have been written to anyway
    [InlineData("+51987654321", true, null)]
    [InlineData(null, true, null)]
    public void It_is_remarked_where_an_sms_was_wanted(string? phone, bool consents, string? remark) =>
        Assert.Equal(remark, ReachRules.Remark(Purchase.Channels, Ana with { Phone = phone, Consent = new() { Sms = consents, Email = true } }));

    [Fact]
    public void Who_said_stop_is_left_alone() => Assert.Equal(LedgerReason.Suppressed, Decide(f => f with { Look = Stopped }));

    [Theory]
    [InlineData("other", 0, LedgerReason.Quarantined)]
    [InlineData("other", 29.9, LedgerReason.Quarantined)]
    [InlineData("other", 30, LedgerReason.Eligible)]
    [InlineData("journey", 1, LedgerReason.Eligible)]
    public void An_invitation_by_another_journey_keeps_this_one_away_for_30_days(string by, double daysAgo, LedgerReason reason) =>
        Assert.Equal(reason, Decide(f => f with { LastInvitation = new(by == "journey" ? f.JourneyId : by, f.Now.AddDays(-daysAgo)) }));

    [Fact]
    public void Nobody_is_drawn_from_a_sample_of_nothing() =>
        Assert.Equal(LedgerReason.NotSampled, EligibilityRules.Decide(Retail, Purchase with { Sampling = 0 }, Facts));

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void A_sample_has_its_share_and_the_same_members_every_time(double share)
    {
        var ids = Enumerable.Range(0, 20_000).Select(i => JourneyIds.Of("standard", "T-" + i)).ToList();
        var taken = ids.Where(id => SamplingRules.Takes(id, share)).ToList();

        Assert.InRange(taken.Count / 20_000.0, share - 0.015, share + 0.015);
        Assert.Equal(taken, ids.Where(id => SamplingRules.Takes(id, share)));
        Assert.Subset(ids.Where(id => SamplingRules.Takes(id, share + 0.05)).ToHashSet(), taken.ToHashSet());
    }

    [Fact]
    public void Of_several_reasons_the_first_in_order_is_told() => Assert.Equal(
        LedgerReason.TooOld,
        Decide(f => f with { OccurredAt = f.Now.AddHours(-50), Look = Stopped, Contact = Ana with { Phone = null, Email = null } }));

    private static SuppressionLook Stopped => new(Suppressed: true, At: default);

    private static EligibilityFacts Facts => new()
    {
        JourneyId = Waiting.JourneyId,
        OccurredAt = Noon,
        Contact = Ana,
        Look = default,
        LastInvitation = null,
        Now = Noon,
    };

    private static LedgerReason Decide(Func<EligibilityFacts, EligibilityFacts>? change = null) =>
        EligibilityRules.Decide(Retail, Purchase, change?.Invoke(Facts) ?? Facts);
}
