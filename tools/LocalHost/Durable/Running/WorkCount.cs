namespace CxFunctions.LocalHost.Durable;

/// <summary>How much is under way, so that someone who steps the clock by hand knows when everything has come to rest.</summary>
internal sealed class WorkCount
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _rest = Rested();
    private int _count;

    public bool IsZero => Volatile.Read(ref _count) == 0;

    public void Begin()
    {
        lock (_gate)
        {
            if (_count++ == 0)
            {
                _rest = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }

    public void End()
    {
        lock (_gate)
        {
            if (--_count == 0)
            {
                _rest.TrySetResult();
            }
        }
    }

    public Task Rest
    {
        get
        {
            lock (_gate)
            {
                return _rest.Task;
            }
        }
    }

    private static TaskCompletionSource Rested()
    {
        var rested = new TaskCompletionSource();
        rested.SetResult();
        return rested;
    }
}
