using System.Collections.Concurrent;
using System.Threading.Channels;
using CxFunctions.LocalHost.Bridge.Protocol;
using Grpc.Core;
using Content = CxFunctions.LocalHost.Bridge.Protocol.StreamingMessage.ContentOneofCase;

namespace CxFunctions.LocalHost.Bridge;

/// <summary>The stream of messages between this host and one worker: what is asked, and who waits for the answer.</summary>
/// <param name="hear">Is given what the worker logs.</param>
internal sealed class WorkerConnection(Action<RpcLog> hear)
{
    private readonly Channel<StreamingMessage> _outgoing = Channel.CreateUnbounded<StreamingMessage>(new() { SingleReader = true });
    private readonly ConcurrentDictionary<(Content Kind, string Id), TaskCompletionSource<StreamingMessage>> _waiting = [];
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _closed = new();

    /// <summary>Done when a worker has called.</summary>
    public Task Started => _started.Task;

    /// <summary>Sends a message that is not answered.</summary>
    public void Send(StreamingMessage message) => _outgoing.Writer.TryWrite(message);

    /// <summary>Sends a message and waits for its answer.</summary>
    /// <param name="message">The question.</param>
    /// <param name="answer">The kind of the answer.</param>
    /// <param name="id">What tells it from other answers of its kind; empty where only one is under way.</param>
    /// <exception cref="WorkerGoneException">The worker went away before it answered.</exception>
    public async Task<StreamingMessage> AskAsync(StreamingMessage message, Content answer, string id = "")
    {
        var waiting = new TaskCompletionSource<StreamingMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[(answer, id)] = waiting;
        if (_closed.IsCancellationRequested)
        {
            waiting.TrySetException(new WorkerGoneException());
        }
        Send(message);
        return await waiting.Task;
    }

    /// <summary>Carries messages both ways until the worker hangs up, or this host does.</summary>
    public async Task RunAsync(
        IAsyncStreamReader<StreamingMessage> incoming, IServerStreamWriter<StreamingMessage> outgoing, CancellationToken cancellation)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _closed.Token);
        try
        {
            await await Task.WhenAny(ReadAsync(incoming, ends.Token), WriteAsync(outgoing, ends.Token));
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or Grpc.Core.RpcException or InvalidOperationException)
        {
            // The worker ended, or was ended.
        }
        finally
        {
            Close();
        }
    }

    /// <summary>Hangs up; who still waits for an answer is told that none will come.</summary>
    public void Close()
    {
        _closed.Cancel();
        foreach (var waiting in _waiting.Values)
        {
            waiting.TrySetException(new WorkerGoneException());
        }
    }

    private async Task ReadAsync(IAsyncStreamReader<StreamingMessage> incoming, CancellationToken cancellation)
    {
        await foreach (var message in incoming.ReadAllAsync(cancellation))
        {
            Take(message);
        }
    }

    private async Task WriteAsync(IServerStreamWriter<StreamingMessage> outgoing, CancellationToken cancellation)
    {
        await foreach (var message in _outgoing.Reader.ReadAllAsync(cancellation))
        {
            await outgoing.WriteAsync(message, cancellation);
        }
    }

    private void Take(StreamingMessage message)
    {
        switch (message.ContentCase)
        {
            case Content.StartStream:
                _started.TrySetResult();
                break;
            case Content.RpcLog:
                hear(message.RpcLog);
                break;
            default:
                if (_waiting.TryRemove((message.ContentCase, IdOf(message)), out var waiting))
                {
                    waiting.TrySetResult(message);
                }
                break;
        }
    }

    private static string IdOf(StreamingMessage message) => message.ContentCase switch
    {
        Content.InvocationResponse => message.InvocationResponse.InvocationId,
        Content.FunctionLoadResponse => message.FunctionLoadResponse.FunctionId,
        _ => "",
    };
}
