using CxFunctions.LocalHost;
using CxFunctions.Tests.Harness;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Tests.EndToEnd.Host;

public sealed class TimerTriggerTests : IAsyncDisposable
{
    private readonly Notes _notes = new();
    private TestHost? _host;

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_timer_runs_at_each_of_its_times_by_the_products_clock()
    {
        await StartAsync(typeof(TimerTriggerQuarterly));
        await _host!.Host.AdvanceAsync(TimeSpan.FromMinutes(14));
        Assert.Empty(_notes.Seen);
        await _host.Host.AdvanceAsync(TimeSpan.FromMinutes(31));
        Assert.Equal(["10:15 on time", "10:30 on time", "10:45 on time"], _notes.Seen);
    }

    [Fact]
    public async Task The_schedule_may_stand_in_a_setting_and_is_read_in_the_zone_of_the_app()
    {
        await StartAsync(typeof(TimerTriggerBySetting), ("Report__Schedule", "0 0 9 * * *"), ("WEBSITE_TIME_ZONE", "America/Lima"));
        await _host!.Host.AdvanceAsync(TimeSpan.FromHours(24));
        Assert.Equal(["14:00 on time"], _notes.Seen);
    }

    [Fact]
    public async Task A_setting_that_is_missing_stops_the_start_with_its_name()
    {
        var failure = await Assert.ThrowsAsync<LocalHostException>(() => StartAsync(typeof(TimerTriggerBySetting)));
        Assert.Contains("Report__Schedule", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_missed_while_the_host_was_down_is_made_up_for_once_and_called_past_due()
    {
        await StartAsync(typeof(TimerTriggerQuarterly));
        await _host!.Host.AdvanceAsync(TimeSpan.FromMinutes(16));
        var clock = Path.Combine(_host.Host.DataFolder, "clock");
        await _host.Host.DisposeAsync();
        await File.WriteAllTextAsync(clock, $"{TestHost.Start.AddHours(3):O}", TestContext.Current.CancellationToken);
        await _host.RestartAsync();
        await _host.Host.AdvanceAsync(TimeSpan.FromMinutes(15));
        Assert.Equal(["10:15 on time", "13:00 past due", "13:15 on time"], _notes.Seen);
    }

    [Fact]
    public async Task A_timer_with_RunOnStartup_runs_when_the_host_starts_and_then_by_its_schedule()
    {
        await StartAsync(typeof(TimerTriggerAtStart));
        await _host!.Host.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(["10:00 on time", "11:00 on time"], _notes.Seen);
    }

    [Fact]
    public async Task A_run_that_takes_longer_than_the_interval_is_not_overlapped_by_the_next()
    {
        var running = 0;
        _notes.Behave = async (_, _) =>
        {
            Assert.Equal(1, Interlocked.Increment(ref running));
            await Task.Delay(400, CancellationToken.None);
            Interlocked.Decrement(ref running);
        };
        _host = await TestHost.StartAsync(options => SampleApp.With(options, _notes, typeof(TimerTriggerEverySecond)) with { ClockSpeed = 10 });
        await Task.Delay(2500, TestContext.Current.CancellationToken);
        await _host.Host.DisposeAsync();
        Assert.InRange(_notes.Seen.Count, 2, 6);
        Assert.Equal(0, running);
    }

    [Fact]
    public async Task A_run_is_told_its_schedule_status_and_a_timer_without_a_monitor_is_told_none()
    {
        await StartAsync(typeof(TimerTriggerStatuses));
        await _host!.Host.AdvanceAsync(TimeSpan.FromMinutes(31));
        Assert.Equal(
            ["monitored last never next 10:15", "monitored last 10:15 next 10:30", "unmonitored none", "unmonitored none"],
            _notes.Seen.Order(StringComparer.Ordinal).OrderBy(line => line.Contains("last 10", StringComparison.Ordinal) ? 1 : line[0] == 'u' ? 2 : 0));
    }

    [Fact]
    public async Task A_timer_that_fails_runs_again_at_its_next_time()
    {
        _notes.Behave = (_, _) => throw new InvalidOperationException("storage is away");
        await StartAsync(typeof(TimerTriggerQuarterly));
        await _host!.Host.AdvanceAsync(TimeSpan.FromMinutes(30));
        Assert.Equal(["10:15 on time", "10:30 on time"], _notes.Seen);
    }

    private async Task StartAsync(Type functions, params (string Name, string Value)[] settings) =>
        _host = await TestHost.StartAsync(options => SampleApp.With(options, _notes, functions) with
        {
            Settings = settings.ToDictionary(setting => setting.Name, setting => setting.Value),
        });

    internal static string Words(TimerInfo timer, TimeProvider clock) =>
        $"{clock.GetUtcNow():HH:mm} {(timer.IsPastDue ? "past due" : "on time")}";
}

internal sealed class TimerTriggerQuarterly(Notes notes, TimeProvider clock)
{
    [Function("quarterly")]
    public Task Run([TimerTrigger("0 */15 * * * *")] TimerInfo timer) => notes.TakeAsync(TimerTriggerTests.Words(timer, clock));
}

internal sealed class TimerTriggerStatuses(Notes notes)
{
    [Function("monitored")]
    public Task Monitored([TimerTrigger("0 */15 * * * *")] TimerInfo timer) => notes.TakeAsync(
        $"monitored last {(timer.ScheduleStatus!.Last == default ? "never" : $"{timer.ScheduleStatus.Last:HH:mm}")} next {timer.ScheduleStatus.Next:HH:mm}");

    [Function("unmonitored")]
    public Task Unmonitored([TimerTrigger("0 */15 * * * *", UseMonitor = false)] TimerInfo timer) =>
        notes.TakeAsync($"unmonitored {(timer.ScheduleStatus is null ? "none" : "some")}");
}

internal sealed class TimerTriggerBySetting(Notes notes, TimeProvider clock)
{
    [Function("report")]
    public Task Run([TimerTrigger("%Report__Schedule%")] TimerInfo timer) => notes.TakeAsync(TimerTriggerTests.Words(timer, clock));
}

internal sealed class TimerTriggerAtStart(Notes notes, TimeProvider clock)
{
    [Function("atStart")]
    public Task Run([TimerTrigger("0 0 * * * *", RunOnStartup = true)] TimerInfo timer) => notes.TakeAsync(TimerTriggerTests.Words(timer, clock));
}

internal sealed class TimerTriggerEverySecond(Notes notes)
{
    [Function("everySecond")]
    public Task Run([TimerTrigger("* * * * * *")] TimerInfo timer) => notes.TakeAsync("ran");
}
