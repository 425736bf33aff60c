namespace CxFunctions.LocalHost.Functions;

/// <summary>A parameter that could not be bound. Says which, never the value: that may be personal.</summary>
internal sealed class FunctionInputException(string function, string parameter, Type type, Exception cause)
    : Exception($"Function '{function}': parameter '{parameter}' ({type.Name}) could not be bound: {Reason(cause)}", cause)
{
    // A JSON error's message may quote the text; its path and place do not.
    private static string Reason(Exception cause) => cause is System.Text.Json.JsonException json
        ? $"not the JSON that was expected, at {json.Path ?? "$"}, line {json.LineNumber}, byte {json.BytePositionInLine}"
        : cause.Message;
}
