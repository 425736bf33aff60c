using System.Net.Http.Json;
using System.Text.Json;
using CxFunctions.Tests.Harness;

namespace CxFunctions.Tests.EndToEnd.Host;

public sealed class ClockEndpointTests
{
    [Fact]
    public async Task A_clock_that_stands_still_is_advanced_over_HTTP_and_stays_there_over_a_restart()
    {
        var notes = new Notes();
        await using var host = await TestHost.StartAsync(options => SampleApp.With(options, notes, typeof(TimerTriggerQuarterly)));
        using var advanced = await host.Http.PostAsJsonAsync("/clock/advance", new { by = "PT20H" }, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)advanced.StatusCode);
        Assert.Equal(80, notes.Seen.Count);
        await host.RestartAsync();
        var reading = await host.Http.GetFromJsonAsync<JsonElement>("/clock", TestContext.Current.CancellationToken);
        Assert.Equal(TestHost.Start.AddHours(20), reading.GetProperty("now").GetDateTimeOffset());
        Assert.Equal(0, reading.GetProperty("speed").GetDouble());
    }

    [Fact]
    public async Task A_clock_that_begins_at_a_fraction_of_a_millisecond_comes_to_the_times_of_timers_all_the_same()
    {
        var notes = new Notes();
        await using var host = await TestHost.StartAsync(options => SampleApp.With(options, notes, typeof(TimerTriggerQuarterly)) with { ClockStart = TestHost.Start.AddTicks(1234) });
        await host.Host.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(4, notes.Seen.Count);
    }

    [Theory]
    [InlineData("20 hours", 400)]
    [InlineData("-PT1H", 400)]
    [InlineData(null, 400)]
    public async Task What_is_no_duration_is_refused(string? by, int status)
    {
        await using var host = await TestHost.StartAsync(options => SampleApp.With(options, new Notes(), typeof(StartFailureFine)));
        using var response = await host.Http.PostAsJsonAsync("/clock/advance", new { by }, TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_clock_that_runs_cannot_be_advanced()
    {
        await using var host = await TestHost.StartAsync(options => SampleApp.With(options, new Notes(), typeof(StartFailureFine)) with { ClockSpeed = 60 });
        using var response = await host.Http.PostAsJsonAsync("/clock/advance", new { by = "PT1H" }, TestContext.Current.CancellationToken);
        Assert.Equal(409, (int)response.StatusCode);
    }
}
