using CxFunctions.LocalHost.Clock;

namespace CxFunctions.Tests.Unit.LocalHost.Clock;

public class SteppedTimeProviderTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);
    private readonly SteppedTimeProvider _clock = new(Start);

    [Fact]
    public void It_stands_still_until_it_is_advanced()
    {
        Assert.Equal(Start, _clock.GetUtcNow());
        _clock.Advance(TimeSpan.FromHours(48));
        Assert.Equal(Start.AddHours(48), _clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromHours(48), _clock.GetElapsedTime(0));
    }

    [Fact]
    public void Timers_fire_in_order_of_their_due_times_and_each_reads_its_own_time()
    {
        var seen = new List<(string Name, DateTimeOffset At)>();
        using var late = Timer("reminder", TimeSpan.FromHours(20), seen);
        using var early = Timer("delay", TimeSpan.FromHours(2), seen);
        using var twin = Timer("second of the same time", TimeSpan.FromHours(2), seen);
        _clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(
            [("delay", Start.AddHours(2)), ("second of the same time", Start.AddHours(2)), ("reminder", Start.AddHours(20))],
            seen);
    }

    [Fact]
    public void A_timer_set_by_a_timer_fires_in_the_same_advance_when_it_falls_due_within_it()
    {
        var seen = new List<DateTimeOffset>();
        using var first = _clock.CreateTimer(
            _ => _clock.CreateTimer(_ => seen.Add(_clock.GetUtcNow()), null, TimeSpan.FromMinutes(5), Timeout.InfiniteTimeSpan),
            null, TimeSpan.FromMinutes(10), Timeout.InfiniteTimeSpan);
        _clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal([Start.AddMinutes(15)], seen);
    }

    [Fact]
    public void A_periodic_timer_fires_once_for_every_period_that_passed()
    {
        var seen = new List<DateTimeOffset>();
        using var timer = _clock.CreateTimer(_ => seen.Add(_clock.GetUtcNow()), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        _clock.Advance(TimeSpan.FromMinutes(3.5));
        Assert.Equal([Start.AddMinutes(1), Start.AddMinutes(2), Start.AddMinutes(3)], seen);
        Assert.Equal(Start.AddMinutes(4), _clock.NextDue);
    }

    [Fact]
    public void A_timer_that_was_disposed_or_changed_does_not_fire_at_its_old_time()
    {
        var seen = new List<(string Name, DateTimeOffset At)>();
        var disposed = Timer("disposed", TimeSpan.FromMinutes(1), seen);
        using var changed = Timer("changed", TimeSpan.FromMinutes(1), seen);
        disposed.Dispose();
        changed.Change(TimeSpan.FromMinutes(3), Timeout.InfiniteTimeSpan);
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Empty(seen);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("changed", Assert.Single(seen).Name);
    }

    [Fact]
    public async Task A_delay_ends_when_its_time_comes_and_not_before()
    {
        var delay = Task.Delay(TimeSpan.FromHours(1), _clock, TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.False(delay.IsCompleted);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await delay.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_timer_due_now_fires_without_an_advance()
    {
        var fired = new TaskCompletionSource();
        using var timer = _clock.CreateTimer(_ => fired.SetResult(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        await fired.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void It_does_not_go_back() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _clock.AdvanceTo(Start.AddSeconds(-1)));

    private ITimer Timer(string name, TimeSpan due, List<(string Name, DateTimeOffset At)> seen) =>
        _clock.CreateTimer(_ => seen.Add((name, _clock.GetUtcNow())), null, due, Timeout.InfiniteTimeSpan);
}
