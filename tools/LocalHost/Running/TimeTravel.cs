using CxFunctions.LocalHost.Clock;

namespace CxFunctions.LocalHost.Running;

/// <summary>Steps a clock that stands still, letting the host come to rest at each due time.</summary>
internal sealed class TimeTravel(ProductClock clock, IdleWatch idle)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim _one = new(1);

    /// <exception cref="InvalidOperationException">The clock runs by itself.</exception>
    public async Task AdvanceAsync(TimeSpan by)
    {
        var stepped = clock.Provider as SteppedTimeProvider
            ?? throw new InvalidOperationException("This clock runs by itself; only one that stands still (--clock 0) can be advanced.");
        await _one.WaitAsync();
        try
        {
            var target = stepped.GetUtcNow() + by;
            await idle.WaitAsync(Patience);
            while (stepped.NextDue is { } due && due < target)
            {
                stepped.AdvanceTo(due > stepped.GetUtcNow() ? due : stepped.GetUtcNow());
                await idle.WaitAsync(Patience);
            }
            stepped.AdvanceTo(target);
            await idle.WaitAsync(Patience);
            clock.Keep();
        }
        finally
        {
            _one.Release();
        }
    }
}
