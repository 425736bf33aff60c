namespace CxFunctions.LocalHost.Functions;

/// <summary>A parameter that could not be bound. Says which, never the value: that may be personal, and the cause's own words may quote it.</summary>
internal sealed class FunctionInputException(string function, string parameter, Type type, Exception cause)
    : Exception($"Function '{function}': parameter '{parameter}' ({type.Name}) could not be bound: {Reason(cause)}")
{
    private static string Reason(Exception cause) => cause switch
    {
        System.Text.Json.JsonException json => $"not the JSON that was expected, at line {json.LineNumber}, byte {json.BytePositionInLine}",
        NotSupportedException ours => ours.Message,
        _ => $"the value does not fit ({cause.GetType().Name})",
    };
}
