using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace CxFunctions.LocalHost.Durable;

/// <summary>
/// Who waits for a worker. Those whose activity has ended go first: the sooner its end is committed, the fewer activities a
/// kill makes run again.
/// </summary>
internal sealed class ReadyLine
{
    private readonly ConcurrentQueue<Mailbox> _first = new();
    private readonly ConcurrentQueue<Mailbox> _others = new();
    private readonly SemaphoreSlim _count = new(0);

    public void Put(Mailbox box, bool goesFirst)
    {
        (goesFirst ? _first : _others).Enqueue(box);
        _count.Release();
    }

    public async IAsyncEnumerable<Mailbox> TakeAsync([EnumeratorCancellation] CancellationToken stop)
    {
        while (true)
        {
            await _count.WaitAsync(stop).ConfigureAwait(false);
            if (_first.TryDequeue(out var box) || _others.TryDequeue(out box))
            {
                yield return box;
            }
        }
    }
}
