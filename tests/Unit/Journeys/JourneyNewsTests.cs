using CxFunctions.Catalog;
using CxFunctions.Journeys;
using CxFunctions.Journeys.Ledger;
using CxFunctions.Journeys.Signals;
using CxFunctions.Messages;
using static CxFunctions.Tests.Unit.Journeys.Samples;

namespace CxFunctions.Tests.Unit.Journeys;

/// <summary>Whom a signal wakes. Each event costs the engine a round, so only what changes the journey's next step is told.</summary>
public class JourneyNewsTests
{
    private static readonly LedgerEntry Invited = Waiting with { InvitedAt = Noon, Channel = Channel.Sms };

    [Theory]
    [InlineData(JourneySignalKind.Answered, JourneyEnd.Answered)]
    [InlineData(JourneySignalKind.OptedOut, JourneyEnd.OptedOut)]
    [InlineData(JourneySignalKind.Cancelled, JourneyEnd.Cancelled)]
    public void An_end_is_told_to_whoever_waits_for_an_answer(JourneySignalKind kind, JourneyEnd end)
    {
        Assert.Equal(new JourneyNews(end), News(kind, Invited, Invited with { End = end }));
        Assert.Equal(new JourneyNews(end), News(kind, Invited with { End = end }, Invited with { End = end })); // again: the first may not have got through
    }

    [Fact]
    public void Before_the_invitation_nobody_waits_for_news() => Assert.Null(News(JourneySignalKind.Cancelled, Waiting, Waiting with { End = JourneyEnd.Cancelled }));

    [Theory]
    [InlineData(JourneySignalKind.Started)]
    [InlineData(JourneySignalKind.Delivered)]
    public void What_only_moves_on_wakes_nobody(JourneySignalKind kind) =>
        Assert.Null(News(kind, Invited, Invited with { StartedAt = Noon, DeliveredAt = Noon }));

    [Fact]
    public void A_message_that_did_not_arrive_is_the_next_channels_turn()
    {
        Assert.Equal(new JourneyNews(), News(JourneySignalKind.DeliveryFailed, Invited, Invited with { FailedChannels = [Channel.Sms] }));
        Assert.Null(News(JourneySignalKind.DeliveryFailed, Invited, Invited with { FailedChannels = [Channel.Sms], Channel = Channel.Email }));
        Assert.Null(News(JourneySignalKind.DeliveryFailed, Invited, Invited with { FailedChannels = [Channel.Sms], StartedAt = Noon }));
    }

    [Fact]
    public void An_end_that_came_before_is_no_news() =>
        Assert.Null(News(JourneySignalKind.OptedOut, Invited with { End = JourneyEnd.Answered }, Invited with { End = JourneyEnd.Answered }));

    [Theory]
    [InlineData("j/sms/invite", Channel.Sms)]
    [InlineData("j/email/invite", Channel.Email)]
    [InlineData("j/sms/remind", null)]
    [InlineData("k/sms/invite", null)]
    [InlineData(null, null)]
    public void A_report_is_of_the_channel_that_its_message_names(string? sendId, Channel? channel) => Assert.Equal(channel, JourneyIds.InvitedBy("j", sendId));

    private static JourneyNews? News(JourneySignalKind kind, LedgerEntry before, LedgerEntry now) =>
        JourneySignalHandler.NewsOf(new JourneySignal(1, now.JourneyId, kind, Noon), before, now);
}
