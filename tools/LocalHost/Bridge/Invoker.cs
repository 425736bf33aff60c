using System.Diagnostics;
using CxFunctions.LocalHost.Bridge.Protocol;
using CxFunctions.LocalHost.Running;
using Content = CxFunctions.LocalHost.Bridge.Protocol.StreamingMessage.ContentOneofCase;

namespace CxFunctions.LocalHost.Bridge;

/// <summary>Has the worker run functions.</summary>
internal sealed class Invoker(WorkerConnection connection, ActivityCounter activity)
{
    /// <param name="request">Whole, but for the trace.</param>
    /// <param name="cancellation">Asks the function to end; its end is awaited all the same.</param>
    /// <returns>What it returned.</returns>
    /// <exception cref="FunctionFailedException">It threw.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled, and obeyed.</exception>
    /// <exception cref="WorkerGoneException">The worker ended meanwhile.</exception>
    public async Task<object?> InvokeAsync(InvocationRequest request, CancellationToken cancellation)
    {
        using var running = activity.Begin();
        request.TraceContext = new RpcTraceContext { TraceParent = Activity.Current?.Id ?? "", TraceState = Activity.Current?.TraceStateString ?? "" };
        var answer = connection.AskAsync(new() { InvocationRequest = request }, Content.InvocationResponse, request.InvocationId);
        using var cancel = cancellation.Register(() => connection.Send(new() { InvocationCancel = new() { InvocationId = request.InvocationId } }));
        var response = (await answer).InvocationResponse;
        return response.Result.Status switch
        {
            StatusResult.Types.Status.Success => RpcData.ToObject(response.ReturnValue),
            StatusResult.Types.Status.Cancelled => throw new OperationCanceledException(cancellation),
            _ => throw new FunctionFailedException(response.Result),
        };
    }
}
