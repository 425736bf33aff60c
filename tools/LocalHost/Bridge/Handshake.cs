using CxFunctions.LocalHost.Bridge.Protocol;
using Content = CxFunctions.LocalHost.Bridge.Protocol.StreamingMessage.ContentOneofCase;

namespace CxFunctions.LocalHost.Bridge;

/// <summary>How a worker is taken on: it is told of the host, says what it can and which functions it has, and loads them.</summary>
internal static class Handshake
{
    /// <summary>The version of the Functions host whose manners these are.</summary>
    private const string HostVersion = "4.1048.200";

    /// <param name="connection">A worker that has called.</param>
    /// <param name="folder">Where the app lies.</param>
    /// <returns>What the worker can.</returns>
    /// <exception cref="LocalHostException">It cannot start.</exception>
    public static async Task<IReadOnlyDictionary<string, string>> BeginAsync(WorkerConnection connection, string folder)
    {
        var request = new WorkerInitRequest { HostVersion = HostVersion, WorkerDirectory = folder, FunctionAppDirectory = folder };
        foreach (var name in new[] { "RpcHttpTriggerMetadataRemoved", "HandlesInvocationCancelMessage", "HandlesWorkerTerminateMessage" })
        {
            request.Capabilities[name] = bool.TrueString;
        }
        var answer = (await connection.AskAsync(new() { WorkerInitRequest = request }, Content.WorkerInitResponse)).WorkerInitResponse;
        Check(answer.Result, "The app's worker does not start");
        return answer.Capabilities;
    }

    /// <summary>The functions of the app, as the worker describes them.</summary>
    /// <exception cref="LocalHostException">It cannot tell.</exception>
    public static async Task<IReadOnlyList<RpcFunctionMetadata>> FunctionsAsync(WorkerConnection connection, string folder)
    {
        var request = new FunctionsMetadataRequest { FunctionAppDirectory = folder };
        var answer = (await connection.AskAsync(new() { FunctionsMetadataRequest = request }, Content.FunctionMetadataResponse)).FunctionMetadataResponse;
        Check(answer.Result, "The app's functions are not known");
        return answer.FunctionMetadataResults;
    }

    /// <summary>Has the worker make a function ready.</summary>
    /// <exception cref="LocalHostException">It cannot; the message says why.</exception>
    public static async Task LoadAsync(WorkerConnection connection, RpcFunctionMetadata function)
    {
        var request = new FunctionLoadRequest { FunctionId = function.FunctionId, Metadata = function };
        var answer = await connection.AskAsync(new() { FunctionLoadRequest = request }, Content.FunctionLoadResponse, function.FunctionId);
        Check(answer.FunctionLoadResponse.Result, $"Function '{function.Name}' cannot be loaded");
    }

    private static void Check(StatusResult? result, string otherwise)
    {
        if (result is { Status: StatusResult.Types.Status.Failure })
        {
            throw new LocalHostException($"{otherwise}: {result.Exception?.Message ?? result.Result}");
        }
    }
}
