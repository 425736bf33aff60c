namespace CxFunctions.LocalHost.TimeMachine;

/// <summary>
/// Counts the steps of orchestrations and the activities that are ready or running. What one of them sets off is counted before
/// it is itself taken off, so that work never goes unseen on its way from one to the other. Timers that wait are not work.
/// </summary>
public sealed class WorkMeter
{
    private readonly Lock _lock = new();
    private TaskCompletionSource? _quiet;
    private int _inFlight;
    private long _begun;

    /// <summary>How many steps and activities are ready or running; 0 or more.</summary>
    public int InFlight
    {
        get
        {
            lock (_lock)
            {
                return _inFlight;
            }
        }
    }

    /// <summary>How many were ever begun: two equal readings, quiet at both, say that nothing ran in between.</summary>
    public long Begun
    {
        get
        {
            lock (_lock)
            {
                return _begun;
            }
        }
    }

    /// <summary>Whether nothing is ready or running.</summary>
    public bool IsQuiet => InFlight == 0;

    /// <summary>Waits, without polling, until nothing is ready or running.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Done at the next quiet moment; at once when it is quiet now.</returns>
    public Task WhenQuietAsync(CancellationToken cancellation = default)
    {
        lock (_lock)
        {
            if (_inFlight == 0)
            {
                return Task.CompletedTask;
            }
            _quiet ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _quiet.Task.WaitAsync(cancellation);
        }
    }

    internal void Begin()
    {
        lock (_lock)
        {
            _inFlight++;
            _begun++;
        }
    }

    internal void End()
    {
        lock (_lock)
        {
            if (--_inFlight == 0)
            {
                _quiet?.TrySetResult();
                _quiet = null;
            }
        }
    }
}
