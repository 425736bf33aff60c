using CxFunctions.Alerts;

namespace CxFunctions.Tests.Unit.Alerts;

public sealed class AlertThrottleRulesTests
{
    private static readonly DateTimeOffset Ten = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, 0, 0)] // the first
    [InlineData(0, 1, 30)] // one of those that wait for the end
    [InlineData(0, 29, 30)]
    [InlineData(0, 30, 30)] // the end itself
    [InlineData(30, 10, 30)] // the end is fixed already
    [InlineData(30, 31, 60)] // after those of the first half hour were told
    [InlineData(30, 60, 60)]
    [InlineData(0, 500, 500)] // long quiet
    public void Two_are_never_told_within_one_throttle(int? last, int at, int told) =>
        Assert.Equal(Ten.AddMinutes(told), AlertThrottleRules.TellAt(last is { } minutes ? Ten.AddMinutes(minutes) : null, Ten.AddMinutes(at), TimeSpan.FromMinutes(30)));
}
