using CxFunctions.Catalog;
using CxFunctions.Journeys;
using CxFunctions.Rollups;

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
    [InlineData(JourneyEnd.Answered, null)]
    [InlineData(JourneyEnd.PartlyAnswered, null)]
    [InlineData(JourneyEnd.StoppedBeforeInvitation, null)]
    public void An_end_is_told_to_fieldwork_unless_the_answers_tell_it(JourneyEnd end, FieldworkStage? stage) => Assert.Equal(stage, JourneyFacts.StageOf(end));

    [Fact]
    public void A_message_is_named_by_journey_channel_and_purpose() => Assert.Equal(
        ["j/sms/invite", "j/sms/remind", "j/email/invite", "j/email/remind"],
        from channel in Enum.GetValues<Channel>() from reminder in new[] { false, true } select JourneyIds.SendOf("j", channel, reminder));
}
