using CxFunctions.LocalHost.Bridge.Protocol;
using Grpc.Core;

namespace CxFunctions.LocalHost.Bridge;

/// <summary>The service that a worker calls once; the call lasts as long as the worker.</summary>
internal sealed class FunctionRpcService(WorkerConnection connection) : FunctionRpc.FunctionRpcBase
{
    public override Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context) =>
        connection.RunAsync(requestStream, responseStream, context.CancellationToken);
}
