namespace CxFunctions.LocalHost.Running;

/// <summary>Knows when nothing is going on: no request, no function, no message to be seen, no orchestration step.</summary>
internal sealed class IdleWatch(ActivityCounter activity)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(4);
    private readonly List<(string Name, Func<bool> IsQuiet)> _others = [];

    /// <summary>Asked when all else is quiet, since it takes its time.</summary>
    public Func<Task<bool>> AreQueuesQuietAsync { get; set; } = () => Task.FromResult(true);

    public void Add(string name, Func<bool> isQuiet) => _others.Add((name, isQuiet));

    /// <summary>Waits until two looks in a row find nothing going on, and nothing began in between.</summary>
    /// <exception cref="TimeoutException">It did not come to rest; the message says what still moves.</exception>
    public async Task WaitAsync(TimeSpan limit)
    {
        var deadline = DateTime.UtcNow + limit;
        while (true)
        {
            var begun = activity.Begun;
            if (IsQuiet() && await AreQueuesQuietAsync())
            {
                await Task.Delay(Look);
                if (IsQuiet() && activity.Begun == begun)
                {
                    return;
                }
            }
            else if (DateTime.UtcNow > deadline)
            {
                throw new TimeoutException($"The host has not come to rest within {limit.TotalSeconds:0} s. Still busy: {Busy()}.");
            }
            await Task.Delay(Look);
        }
    }

    private bool IsQuiet() => !activity.IsBusy && _others.TrueForAll(other => other.IsQuiet());

    private string Busy() => string.Join(", ", _others.Where(other => !other.IsQuiet()).Select(other => other.Name)
        .Concat(activity.IsBusy ? ["functions or requests"] : []).DefaultIfEmpty("queues"));
}
