using CxFunctions.LocalHost.Bridge.Protocol;

namespace CxFunctions.LocalHost.Bridge;

/// <summary>A function threw in the worker. The form of the message is a contract: the Durable extension takes it apart.</summary>
/// <param name="result">What the worker says.</param>
internal sealed class FunctionFailedException(StatusResult result)
    : Exception($"Result: {(result.Result is { Length: > 0 } said ? said : "Failure")}\nException: {result.Exception?.Message}\nStack: {result.Exception?.StackTrace}");
