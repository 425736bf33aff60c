using CxFunctions.Catalog;
using CxFunctions.Journeys;
using CxFunctions.Journeys.Ledger;
using CxFunctions.Journeys.Steps;
using CxFunctions.Messages;

namespace CxFunctions.Tests.Unit.Journeys;

public class JourneyEndsTests
{
    [Theory]
    [InlineData(JourneySignalKind.Answered, JourneyEnd.Answered)]
    [InlineData(JourneySignalKind.OptedOut, JourneyEnd.OptedOut)]
    [InlineData(JourneySignalKind.Cancelled, JourneyEnd.Cancelled)]
    [InlineData(JourneySignalKind.Started, null)]
    [InlineData(JourneySignalKind.Delivered, null)]
    [InlineData(JourneySignalKind.DeliveryFailed, null)]
    public void A_signal_ends_a_journey_or_does_not(JourneySignalKind kind, JourneyEnd? end) => Assert.Equal(end, JourneyEnds.Of(kind));

    [Theory]
    [InlineData("None", false, JourneyEnd.Expired)]
    [InlineData("None", true, JourneyEnd.Expired)]
    [InlineData("Started", false, null)]
    [InlineData("Started", true, JourneyEnd.PartlyAnswered)]
    [InlineData("Answered", false, JourneyEnd.Answered)]
    [InlineData("Answered", true, JourneyEnd.Answered)]
    public void A_deadline_asks_the_answers(string answer, bool isClosed, JourneyEnd? end) =>
        Assert.Equal(end, JourneyEnds.AtDeadline(Enum.Parse<AnswerState>(answer), isClosed));

    [Fact]
    public void Before_the_first_message_a_stop_is_a_stop_and_after_it_nobody_was_reached()
    {
        foreach (var reason in Enum.GetValues<LedgerReason>().Except([LedgerReason.Cancelled]))
        {
            Assert.Equal(JourneyEnd.StoppedBeforeInvitation, JourneyEnds.WhenStopped(reason, hasFailedChannels: false));
            Assert.Equal(reason == LedgerReason.Suppressed ? JourneyEnd.OptedOut : JourneyEnd.Undeliverable, JourneyEnds.WhenStopped(reason, hasFailedChannels: true));
        }
        Assert.Equal(JourneyEnd.Cancelled, JourneyEnds.WhenStopped(LedgerReason.Cancelled, hasFailedChannels: false));
        Assert.Equal(JourneyEnd.Cancelled, JourneyEnds.WhenStopped(LedgerReason.Cancelled, hasFailedChannels: true));
    }

    [Theory]
    [InlineData(JourneyEnd.Expired, FieldworkStage.Expired)]
    [InlineData(JourneyEnd.OptedOut, FieldworkStage.OptedOut)]
    [InlineData(JourneyEnd.Cancelled, FieldworkStage.Cancelled)]
    [InlineData(JourneyEnd.Undeliverable, FieldworkStage.Undeliverable)]
    [InlineData(JourneyEnd.Failed, FieldworkStage.Failed)]
    [InlineData(JourneyEnd.Answered, null)]
    [InlineData(JourneyEnd.PartlyAnswered, null)]
    [InlineData(JourneyEnd.StoppedBeforeInvitation, null)]
    public void An_end_is_told_to_fieldwork_unless_the_answers_tell_it(JourneyEnd end, FieldworkStage? stage) => Assert.Equal(stage, JourneyFacts.StageOf(end));

    [Theory]
    [InlineData(JourneyEnd.StoppedBeforeInvitation, false, true)]
    [InlineData(JourneyEnd.Undeliverable, true, true)]
    [InlineData(JourneyEnd.Cancelled, false, true)]
    [InlineData(JourneyEnd.Failed, false, true)]
    [InlineData(JourneyEnd.Cancelled, true, false)]
    [InlineData(JourneyEnd.Failed, true, false)]
    [InlineData(JourneyEnd.Expired, true, false)]
    [InlineData(JourneyEnd.Answered, true, false)]
    [InlineData(JourneyEnd.OptedOut, true, false)]
    public void Who_was_asked_is_kept_from_the_next_survey_and_who_was_not_is_free(JourneyEnd end, bool asked, bool free) =>
        Assert.Equal(free, JourneyEnds.LeavesFree(Samples.Waiting with { End = end, InvitedAt = asked ? Samples.Noon : null }));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(12)]
    public void The_orchestration_of_a_generation_leads_back_to_its_journey(int generation)
    {
        foreach (var id in Enumerable.Range(0, 200).Select(i => JourneyIds.Of("standard", $"T-{i}")))
        {
            Assert.Equal((id, generation), JourneyIds.Split(JourneyIds.InstanceOf(id, generation)));
        }
    }

    [Fact]
    public void A_message_is_named_by_journey_channel_and_purpose() => Assert.Equal(
        ["j/sms/invite", "j/sms/remind", "j/email/invite", "j/email/remind"],
        from channel in Enum.GetValues<Channel>() from reminder in new[] { false, true } select JourneyIds.SendOf("j", channel, reminder));
}
