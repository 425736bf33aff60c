namespace CxFunctions.LocalHost.Queues;

/// <summary>Ever longer pauses between looks at an empty queue, each a little random so that listeners don't march in step.</summary>
internal sealed class PollingPause(TimeSpan longest)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);
    private TimeSpan _next = Shortest;

    public void Reset() => _next = Shortest;

    public TimeSpan Next()
    {
        var pause = _next < longest ? _next : longest;
        _next = pause * (1.6 + (Random.Shared.NextDouble() * 0.8));
        return pause;
    }
}
