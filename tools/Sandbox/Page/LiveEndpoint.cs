using System.Threading.Channels;
using CxFunctions.Sandbox.Messages;

namespace CxFunctions.Sandbox.Page;

/// <summary><c>GET /sandbox/live</c>: server-sent events that say "something changed", at most four times a second.</summary>
internal sealed class LiveEndpoint(MessageLog log, IHostApplicationLifetime host)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public async Task StreamAsync(HttpContext context)
    {
        // One waiting signal stands for any number of changes.
        var signal = Channel.CreateBounded<long>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        void Note(Message message) => signal.Writer.TryWrite(message.Sequence);

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, host.ApplicationStopping);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        log.Changed += Note;
        try
        {
            await WriteAsync(context, ": listening\n\n", ended.Token);
            while (true)
            {
                await WriteAsync(context, await NextAsync(signal.Reader, ended.Token), ended.Token);
                await Task.Delay(Pause, ended.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The reader left, or the Sandbox ends.
        }
        finally
        {
            log.Changed -= Note;
        }
    }

    private static async Task<string> NextAsync(ChannelReader<long> signals, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Heartbeat);
        try
        {
            return $"event: change\ndata: {await signals.ReadAsync(patience.Token)}\n\n";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ": still here\n\n";
        }
    }

    private static async Task WriteAsync(HttpContext context, string text, CancellationToken cancellationToken)
    {
        await context.Response.WriteAsync(text, cancellationToken);
        await context.Response.Body.FlushAsync(cancellationToken);
    }
}
