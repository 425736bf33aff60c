using CxFunctions.LocalHost.Clock;

namespace CxFunctions.LocalHost.Running;

/// <summary>The clock of one host and its place in the data folder.</summary>
internal sealed class ProductClock : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly ClockFile _file;
    private readonly Task _keeping;

    public ProductClock(LocalHostOptions options, string path)
    {
        _file = new ClockFile(path);
        var start = _file.Read() ?? options.ClockStart ?? DateTimeOffset.UtcNow;
        if (options.ClockSpeed == 0)
        {
            Provider = new SteppedTimeProvider(start);
            _keeping = Task.CompletedTask;
            Keep();
        }
        else
        {
            // A real-time clock whose folder lay idle has not stood still meanwhile.
            var now = DateTimeOffset.UtcNow;
            Provider = new ScaledTimeProvider(options.ClockSpeed, options.ClockSpeed == 1 && options.ClockStart is null && now > start ? now : start);
            _keeping = _file.KeepAsync(Provider, options.ClockSpeed, _end.Token);
        }
    }

    public TimeProvider Provider { get; }

    /// <summary>Writes the time down now; a clock that stands still is kept whenever it is moved.</summary>
    public void Keep() => _file.Write(Provider.GetUtcNow());

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _keeping;
        Keep();
    }
}
