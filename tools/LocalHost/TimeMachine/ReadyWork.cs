using System.Threading.Channels;

namespace CxFunctions.LocalHost.TimeMachine;

/// <summary>Work that is ready to run, handed to the dispatcher in the order in which it came, without polling.</summary>
/// <typeparam name="T">The kind of work.</typeparam>
internal sealed class ReadyWork<T>
    where T : class
{
    private readonly Channel<T> _ready = Channel.CreateUnbounded<T>();

    /// <summary>Adds work at the end of the line.</summary>
    /// <param name="work">The work.</param>
    public void Add(T work) => _ready.Writer.TryWrite(work);

    /// <summary>Takes what has waited longest, or waits for work to come.</summary>
    /// <param name="patience">How long to wait, in real time.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The work, or null when none came in time.</returns>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public async Task<T?> TakeAsync(TimeSpan patience, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_ready.Reader.TryRead(out var ready))
        {
            return ready;
        }
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        waiting.CancelAfter(patience);
        try
        {
            return await _ready.Reader.ReadAsync(waiting.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }
}
