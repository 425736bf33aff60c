using CxFunctions.Catalog;
using CxFunctions.Journeys.Ledger;
using CxFunctions.Messages;
using FsCheck;
using FsCheck.Fluent;
using static CxFunctions.Tests.Unit.Journeys.Samples;

namespace CxFunctions.Tests.Unit.Journeys;

public class LedgerTransitionsTests
{
    // Rows: where an entry stands. Columns: Invited Delivered Reminded Started NotDelivered.
    [Theory]
    [InlineData(LedgerState.Waiting, "yes yes no yes yes")]
    [InlineData(LedgerState.Invited, "yes yes yes yes yes")]
    [InlineData(LedgerState.Started, "no yes no no no")]
    [InlineData(LedgerState.Closed, "no no no no no")]
    [InlineData(LedgerState.Lapsed, "no no no yes no")]
    public void Every_step_from_every_state_is_told(object state, string allowed) => Assert.Equal(
        allowed, Told(Enum.GetValues<JourneyStep>().Select(step => LedgerTransitions.Allows((LedgerState)state, step))));

    // Columns: Answered PartlyAnswered Expired OptedOut Cancelled Undeliverable StoppedBeforeInvitation Failed.
    [Theory]
    [InlineData(LedgerState.Waiting, "yes no yes yes yes yes yes yes")]
    [InlineData(LedgerState.Invited, "yes yes yes yes yes yes no yes")]
    [InlineData(LedgerState.Started, "yes yes yes yes yes no no yes")]
    [InlineData(LedgerState.Closed, "no no no no no no no no")]
    [InlineData(LedgerState.Lapsed, "yes no no no no no no no")]
    public void Every_end_from_every_state_is_told(object state, string allowed) => Assert.Equal(
        allowed, Told(Enum.GetValues<JourneyEnd>().Select(end => LedgerTransitions.Allows((LedgerState)state, end))));

    [Fact]
    public void An_entry_that_has_ended_never_changes_again_but_for_an_answer_that_was_on_its_way() =>
        Prop.ForAll(Moves.ToArbitrary(), moves =>
        {
            var entry = Waiting;
            foreach (var move in moves)
            {
                var next = move(entry);
                if (entry.End is not null && next != entry && !(LedgerTransitions.StateOf(entry) == LedgerState.Lapsed && next.StartedAt is not null))
                {
                    return false;
                }
                entry = next;
            }
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void A_step_taken_twice_is_taken_once() =>
        Prop.ForAll(Moves.ToArbitrary(), moves =>
            Alike(moves.Aggregate(Waiting, (e, move) => move(e)), moves.Aggregate(Waiting, (e, move) => move(move(e))))).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void The_next_channel_keeps_the_time_of_the_first_invitation()
    {
        var first = LedgerTransitions.Apply(Waiting, JourneyStep.Invited, Noon, Channel.Sms);
        var second = LedgerTransitions.Apply(first, JourneyStep.Invited, Noon.AddHours(1), Channel.Email);

        Assert.Equal((Noon, Channel.Email), (second.InvitedAt, second.Channel));
    }

    [Fact]
    public void A_channel_that_did_not_deliver_is_remembered_once()
    {
        var failed = LedgerTransitions.Apply(Waiting with { InvitedAt = Noon, Channel = Channel.Sms }, JourneyStep.NotDelivered, Noon, Channel.Sms);

        Assert.Equal([Channel.Sms], failed.FailedChannels);
        Assert.Same(failed, LedgerTransitions.Apply(failed, JourneyStep.NotDelivered, Noon, Channel.Sms));
    }

    /// <summary>The row was written in the last moment, and its signal came when the journey had closed.</summary>
    [Theory]
    [InlineData(JourneyEnd.Expired, JourneyEnd.PartlyAnswered)]
    [InlineData(JourneyEnd.Failed, JourneyEnd.Failed)]
    public void What_was_saved_in_time_counts_after_the_end(JourneyEnd end, JourneyEnd partly)
    {
        var over = LedgerTransitions.Apply(Waiting with { InvitedAt = Noon }, end, Noon.AddHours(48));
        var started = LedgerTransitions.Apply(over, JourneyStep.Started, Noon.AddHours(47));
        Assert.Equal((partly, Noon.AddHours(47)), (started.End, started.StartedAt));
        Assert.Equal(JourneyEnd.Answered, LedgerTransitions.Apply(started, JourneyEnd.Answered, Noon.AddHours(48.1)).End);
    }

    [Fact]
    public void A_message_that_left_while_its_transaction_was_taken_back_stands_in_the_ledger()
    {
        var cancelled = LedgerTransitions.Apply(Waiting, JourneyEnd.Cancelled, Noon);
        var invited = LedgerTransitions.Invited(cancelled, Noon, Channel.Sms, Noon.AddHours(22));
        Assert.Equal((JourneyEnd.Cancelled, Noon, Channel.Sms, null), (invited.End, invited.InvitedAt, invited.Channel, invited.RemindDueAt));
        Assert.Same(invited, LedgerTransitions.Invited(invited, Noon.AddMinutes(1), Channel.Sms, null));
    }

    [Fact]
    public void Only_a_failed_journey_is_taken_up_again_and_as_another_generation()
    {
        var failed = LedgerTransitions.Apply(Waiting with { InvitedAt = Noon }, JourneyEnd.Failed, Noon, detail: "InviteContact: FormatException");
        var again = LedgerTransitions.TakenUpAgain(failed);
        Assert.Equal((null, null, null, 1, LedgerState.Invited), (again.End, again.EndedAt, again.Detail, again.Generation, LedgerTransitions.StateOf(again)));
        Assert.Same(again, LedgerTransitions.TakenUpAgain(again));
    }

    [Fact]
    public void An_answer_without_a_start_was_one()
    {
        var answered = LedgerTransitions.Apply(Waiting with { InvitedAt = Noon }, JourneyEnd.Answered, Noon.AddHours(1));

        Assert.Equal((Noon.AddHours(1), Noon.AddHours(1), JourneyEnd.Answered), (answered.StartedAt, answered.AnsweredAt, answered.End));
    }

    [Fact]
    public void What_spoke_against_the_invitation_becomes_the_reason() => Assert.Equal(
        (LedgerReason.Quarantined, JourneyEnd.StoppedBeforeInvitation),
        LedgerTransitions.Apply(Waiting, JourneyEnd.StoppedBeforeInvitation, Noon, LedgerReason.Quarantined) is var e ? (e.Reason, e.End) : default);

    [Fact]
    public void A_transaction_that_comes_after_its_cancellation_is_closed_at_once()
    {
        var entry = LedgerTransitions.TakenBack(Waiting, Noon.AddMinutes(-1));

        Assert.Equal((LedgerReason.Cancelled, JourneyEnd.Cancelled, LedgerState.Closed), (entry.Reason, entry.End, LedgerTransitions.StateOf(entry)));
    }

    /// <summary>By value: the lists are not the same ones.</summary>
    private static bool Alike(LedgerEntry a, LedgerEntry b) => a.FailedChannels.SequenceEqual(b.FailedChannels) && a == b with { FailedChannels = a.FailedChannels };

    private static string Told(IEnumerable<bool> allowed) => string.Join(' ', allowed.Select(a => a ? "yes" : "no"));

    private static Gen<Func<LedgerEntry, LedgerEntry>[]> Moves =>
        Gen.OneOf(
            from step in Gen.Elements(Enum.GetValues<JourneyStep>())
            from minute in Gen.Choose(0, 3000)
            from channel in Gen.Elements<Channel?>(null, Channel.Sms, Channel.Email)
            select (Func<LedgerEntry, LedgerEntry>)(e => LedgerTransitions.Apply(e, step, Noon.AddMinutes(minute), channel)),
            from end in Gen.Elements(Enum.GetValues<JourneyEnd>())
            from minute in Gen.Choose(0, 3000)
            select (Func<LedgerEntry, LedgerEntry>)(e => LedgerTransitions.Apply(e, end, Noon.AddMinutes(minute)))).ArrayOf();
}
