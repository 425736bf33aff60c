namespace CxFunctions.LocalHost.Running;

/// <summary>How much is going on, and whether anything went on in between two looks.</summary>
internal sealed class ActivityCounter
{
    private int _running;
    private long _begun;

    public bool IsBusy => Volatile.Read(ref _running) > 0;

    /// <summary>Grows with everything that begins.</summary>
    public long Begun => Volatile.Read(ref _begun);

    /// <summary>Something begins; it ends with the result's disposal.</summary>
    public IDisposable Begin()
    {
        Interlocked.Increment(ref _running);
        Interlocked.Increment(ref _begun);
        return new Running(this);
    }

    private sealed class Running(ActivityCounter counter) : IDisposable
    {
        private int _ended;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _ended, 1) == 0)
            {
                Interlocked.Decrement(ref counter._running);
            }
        }
    }
}
