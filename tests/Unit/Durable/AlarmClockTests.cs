using CxFunctions.LocalHost.Clock;
using CxFunctions.LocalHost.Durable;

namespace CxFunctions.Tests.Unit.Durable;

public sealed class AlarmClockTests : IDisposable
{
    private readonly SteppedTimeProvider _time = new(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly List<string> _told = [];
    private readonly AlarmClock _alarms;

    public AlarmClockTests() => _alarms = new(_time, id => _told.Add($"{Seconds}: {id} soon"), id => _told.Add($"{Seconds}: {id}"));

    private double Seconds => (_time.GetUtcNow() - new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)).TotalSeconds;

    public void Dispose() => _alarms.Dispose();

    [Fact]
    public void An_alarm_rings_at_its_time_and_is_announced_a_little_before()
    {
        Set("late", 100);
        Set("early", 3);
        _time.Advance(TimeSpan.FromSeconds(99));
        Assert.Equal(["3: early", "95: late soon"], _told);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("100: late", _told[^1]);
        Assert.Equal(0, _alarms.Count);
    }

    [Fact]
    public void An_alarm_that_was_moved_or_cleared_does_not_ring_at_its_old_time()
    {
        Set("moved", 50);
        Set("moved", 200);
        Set("cleared", 60);
        _alarms.Set("cleared", null);
        _time.Advance(TimeSpan.FromSeconds(190));
        Assert.Empty(_told);
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(["195: moved soon", "200: moved"], _told);
    }

    [Fact]
    public void A_year_is_not_too_far()
    {
        Set("far", 365 * 86_400);
        _time.Advance(TimeSpan.FromDays(364));
        Assert.Empty(_told);
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal("31536000: far", _told[^1]);
    }

    private void Set(string id, int seconds) => _alarms.Set(id, _time.GetUtcNow().UtcDateTime.AddSeconds(seconds));
}
