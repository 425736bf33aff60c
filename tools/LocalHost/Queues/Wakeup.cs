namespace CxFunctions.LocalHost.Queues;

/// <summary>Lets one waiter sleep, in real time, until it is woken; a call while nobody sleeps is remembered.</summary>
internal sealed class Wakeup
{
    private readonly SemaphoreSlim _signal = new(0, 1);

    public void Set()
    {
        try
        {
            _signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already awake.
        }
    }

    public async Task WaitAsync(TimeSpan longest, CancellationToken cancellation)
    {
        try
        {
            await _signal.WaitAsync(longest, cancellation);
        }
        catch (OperationCanceledException)
        {
            // The caller looks at its token itself.
        }
    }
}
