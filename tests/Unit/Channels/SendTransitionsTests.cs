using CxFunctions.Channels.Sends;

namespace CxFunctions.Tests.Unit.Channels;

public sealed class SendTransitionsTests
{
    [Theory]
    [InlineData(SendState.Intended, SendState.Sent, true)]
    [InlineData(SendState.Intended, SendState.Refused, true)]
    [InlineData(SendState.Intended, SendState.Delivered, true)]
    [InlineData(SendState.Sent, SendState.Delivered, true)]
    [InlineData(SendState.Sent, SendState.Undelivered, true)]
    [InlineData(SendState.Delivered, SendState.Undelivered, true)]
    [InlineData(SendState.Delivered, SendState.Sent, false)]
    [InlineData(SendState.Undelivered, SendState.Delivered, false)]
    [InlineData(SendState.Refused, SendState.Sent, false)]
    public void A_message_moves_only_forward(SendState from, SendState to, bool allowed) =>
        Assert.Equal(allowed, SendTransitions.Allow(from, to));

    [Fact]
    public void No_state_moves_to_itself_and_none_goes_back_to_intended() =>
        Assert.All(Enum.GetValues<SendState>(), state =>
        {
            Assert.False(SendTransitions.Allow(state, state));
            Assert.False(SendTransitions.Allow(state, SendState.Intended));
        });
}
