using CxFunctions.LocalHost.Demo;
using CxFunctions.LocalHost.Demo.Plan;
using CxFunctions.Tests.Harness;

namespace CxFunctions.Tests.EndToEnd.Demo;

/// <summary>The demo in small, with a clock that is moved by hand: two days of a bank and a retailer in half a minute.</summary>
public sealed class DemoDayTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(30);

    [Fact]
    public async Task AWholeDayIsPlayedAndEveryInvariantHolds()
    {
        await using var host = await TestHost.StartAsync(options => options with
        {
            ClockStart = DemoStart.ClockStart(TestHost.Start),
            // Every five minutes would stop the clock 650 times.
            Settings = new Dictionary<string, string> { ["RollupSchedule"] = "0 0 * * * *" },
        });
        var world = DemoPlayback.WorldOf(host.Host, TestContext.Current.SendDiagnosticMessage);
        var playing = DemoEntry.PlayAsync(world, seed: 1, size: 30, TestContext.Current.CancellationToken);
        while (!playing.IsCompleted)
        {
            // The players look ten times a second.
            await Task.Delay(150, TestContext.Current.CancellationToken);
            await host.Host.AdvanceAsync(Step);
        }

        var summary = await playing;
        Assert.All(summary.Invariants, invariant => Assert.True(invariant.Holds, $"{invariant.Name}: {invariant.Detail}"));
        Assert.True(summary.Transactions >= 30);
        Assert.True(summary.Answers >= 10, $"{summary.Answers} answers");
        Assert.True(summary.Cases.Values.Sum() >= 1, "nobody was unhappy");
        Assert.Contains("expired", summary.JourneyEnds.Keys);
    }
}
