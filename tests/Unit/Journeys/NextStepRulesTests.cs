using CxFunctions.Catalog;
using CxFunctions.Journeys.Ledger;
using CxFunctions.Journeys.Orchestration;
using CxFunctions.Messages;
using static CxFunctions.Tests.Unit.Journeys.Samples;

namespace CxFunctions.Tests.Unit.Journeys;

/// <summary>What comes next stands in the ledger alone.</summary>
public class NextStepRulesTests
{
    private static readonly DateTimeOffset ClosesAt = Noon.AddHours(48.5);
    private static readonly LedgerEntry Invited = Waiting with { InvitedAt = Noon.AddMinutes(30), Channel = Channel.Sms, RemindDueAt = Noon.AddHours(22) };

    [Fact]
    public void Before_the_invitation_it_is_the_invitation() => Assert.Equal(new JourneyNext(NextStep.Invite, Waiting.InviteDueAt!.Value), Next(Waiting));

    [Fact]
    public void After_it_the_reminder() => Assert.Equal(new JourneyNext(NextStep.Remind, Noon.AddHours(22)), Next(Invited));

    [Fact]
    public void Without_a_reminder_or_after_it_the_expiry()
    {
        var expiry = new JourneyNext(NextStep.Close, Noon.AddHours(48));
        Assert.Equal(expiry, Next(Invited with { RemindDueAt = null }));
        Assert.Equal(expiry, Next(Invited with { RemindedAt = Noon.AddHours(22) }));
    }

    [Fact]
    public void Who_started_may_finish_until_the_close() => Assert.Equal(new JourneyNext(NextStep.Close, ClosesAt), Next(Invited with { StartedAt = Noon.AddHours(1) }));

    [Fact]
    public void A_channel_that_did_not_deliver_gives_way_to_the_next_at_once()
    {
        var failed = Next(Invited with { FailedChannels = [Channel.Sms] });
        Assert.Equal((NextStep.Invite, true), (failed.Step, failed.At < Noon.AddHours(1)));
        Assert.Equal(NextStep.Remind, Next(Invited with { FailedChannels = [Channel.Sms], Channel = Channel.Email }).Step);
    }

    [Fact]
    public void What_was_taken_back_is_closed_at_once() => Assert.Equal(new JourneyNext(NextStep.Close, Noon.AddHours(2)), Next(Invited with { CancelledAt = Noon.AddHours(2) }));

    [Fact]
    public void What_has_ended_is_over_as_it_ended() =>
        Assert.All(Enum.GetValues<JourneyEnd>(), end => Assert.Equal(JourneyNext.Over(end), Next(Invited with { End = end, StartedAt = Noon, CancelledAt = Noon })));

    private static JourneyNext Next(LedgerEntry entry) => NextStepRules.NextOf(entry, ClosesAt);
}
