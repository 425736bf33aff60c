using CxFunctions.LocalHost.Clock;

namespace CxFunctions.Tests.Unit.LocalHost.Clock;

public sealed class ClockFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cx-clock-");

    [Fact]
    public void A_new_folder_has_no_time() => Assert.Null(File().Read());

    [Fact]
    public void A_time_is_read_back_to_the_tick()
    {
        var time = new DateTimeOffset(2026, 11, 22, 10, 15, 0, TimeSpan.Zero).AddTicks(1);
        File().Write(time);
        Assert.Equal(time, File().Read());
    }

    [Fact]
    public async Task A_host_that_dies_without_a_word_never_finds_an_earlier_time_than_was_seen()
    {
        var clock = new ScaledTimeProvider(600, new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));
        using var end = new CancellationTokenSource();
        var keeping = File().KeepAsync(clock, 600, end.Token);
        Assert.True(SpinWait.SpinUntil(() => File().Read() is not null, TimeSpan.FromMinutes(1)), "the time is kept from the start");
        for (var look = 0; look < 20; look++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            var seen = clock.GetUtcNow();
            Assert.True(File().Read() >= seen, "what a restart would read lies before what was seen");
        }
        await end.CancelAsync();
        await keeping;
        Assert.True(File().Read() <= clock.GetUtcNow(), "a clean stop keeps the time itself");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private ClockFile File() => new(Path.Combine(_folder.FullName, "clock"));
}
