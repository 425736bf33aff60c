using CxFunctions.LocalHost.Clock;

namespace CxFunctions.Tests.Unit.LocalHost.Clock;

public class ScaledTimeProviderTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_virtual_day_at_a_million_ends_long_before_a_real_one_and_not_before_its_time()
    {
        var clock = new ScaledTimeProvider(1_000_000, Start);
        await Task.Delay(TimeSpan.FromDays(1), clock, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.True(clock.GetUtcNow() >= Start.AddDays(1), "the clock reads at least the time that the delay ended at");
    }

    [Fact]
    public void A_virtual_minute_at_600_takes_a_tenth_of_a_second() =>
        Assert.Equal(TimeSpan.FromMilliseconds(100), new ScaledTimeProvider(600, Start).ToReal(TimeSpan.FromMinutes(1)));

    [Fact]
    public void Elapsed_time_is_measured_in_virtual_time()
    {
        var clock = new ScaledTimeProvider(1_000_000, Start);
        var before = clock.GetTimestamp();
        Thread.Sleep(5);
        Assert.True(clock.GetElapsedTime(before) > TimeSpan.FromHours(1));
    }

    [Fact]
    public void A_delay_is_never_rounded_down_to_nothing() =>
        Assert.Equal(TimeSpan.FromMilliseconds(1), new ScaledTimeProvider(600, Start).ToReal(TimeSpan.FromMilliseconds(1)));

    [Fact]
    public void No_delay_and_no_end_stay_what_they_are()
    {
        var clock = new ScaledTimeProvider(600, Start);
        Assert.Equal(TimeSpan.Zero, clock.ToReal(TimeSpan.Zero));
        Assert.Equal(Timeout.InfiniteTimeSpan, clock.ToReal(Timeout.InfiniteTimeSpan));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_speed_that_is_not_above_zero_is_refused(double speed) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScaledTimeProvider(speed, Start));
}
