using CxFunctions.LocalHost.Queues;

namespace CxFunctions.Tests.Unit.LocalHost.Queues;

public class PollingPauseTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    [Fact]
    public void An_empty_queue_is_looked_at_ever_more_rarely_up_to_the_longest_pause()
    {
        var pause = new PollingPause(Longest);
        var pauses = Enumerable.Range(0, 12).Select(_ => pause.Next()).ToArray();
        Assert.Equal(TimeSpan.FromMilliseconds(100), pauses[0]);
        Assert.All(pauses.Zip(pauses.Skip(1)), two => Assert.True(two.Second > two.First || two.Second == Longest));
        Assert.Equal(Longest, pauses[^1]);
    }

    [Fact]
    public void A_message_has_the_next_look_come_soon_again()
    {
        var pause = new PollingPause(Longest);
        for (var look = 0; look < 12; look++)
        {
            pause.Next();
        }
        pause.Reset();
        Assert.Equal(TimeSpan.FromMilliseconds(100), pause.Next());
    }
}
