using System.Text.Json;
using Microsoft.DurableTask;

namespace CxFunctions.LocalHost.Durable;

/// <summary>A failure as text, with the chain inside it.</summary>
internal static class FailureText
{
    private sealed record Stored(string Type, string Message, string? Stack, Stored? Inner);

    public static string Write(TaskFailureDetails details) => JsonSerializer.Serialize(Store(details));

    public static string Write(Exception exception) => Write(TaskFailureDetails.FromException(exception));

    public static string Write(string type, string message) => Write(new TaskFailureDetails(type, message, null, null, null));

    public static TaskFailureDetails Read(string? text) =>
        Restore(JsonSerializer.Deserialize<Stored>(text ?? "null") ?? new("Unknown", "No details were stored.", null, null));

    private static Stored Store(TaskFailureDetails details) =>
        new(details.ErrorType, details.ErrorMessage, details.StackTrace, details.InnerFailure is { } inner ? Store(inner) : null);

    private static TaskFailureDetails Restore(Stored stored) =>
        new(stored.Type, stored.Message, stored.Stack, stored.Inner is { } inner ? Restore(inner) : null, null);
}
