using CxFunctions.LocalHost.Clock;

namespace CxFunctions.LocalHost.Running;

/// <summary>The clock of one host and its place in the data folder.</summary>
internal sealed class ProductClock : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly ClockFile? _file;
    private readonly Task _keeping = Task.CompletedTask;

    public ProductClock(LocalHostOptions options, string path)
    {
        Speed = options.ClockSpeed;
        if (Speed == 1)
        {
            // As outside: the official engine lives by the wall clock, and the app must not live by another.
            Provider = TimeProvider.System;
            return;
        }
        _file = new ClockFile(path);
        var start = _file.Read() ?? options.ClockStart ?? DateTimeOffset.UtcNow;
        if (Speed == 0)
        {
            Provider = new SteppedTimeProvider(start);
            Keep();
        }
        else
        {
            Provider = new ScaledTimeProvider(Speed, start);
            _keeping = _file.KeepAsync(Provider, Speed, _end.Token);
        }
    }

    /// <summary>Virtual seconds per real second; 0 when it stands still.</summary>
    public double Speed { get; }

    public TimeProvider Provider { get; }

    /// <summary>Writes the time down now; a clock that stands still is kept whenever it is moved.</summary>
    public void Keep() => _file?.Write(Provider.GetUtcNow());

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _keeping;
        Keep();
    }
}
