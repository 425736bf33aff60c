using System.Text;
using System.Text.Json;
using Azure;
using Grpc.Core;

namespace CxFunctions.Foundation.Poison;

/// <summary>What may be said of a message that failed for good. Nothing of its content: the sentence ends on pages and in tables. Pure.</summary>
public static class PoisonRules
{
    /// <summary>
    /// Names a message by what it says. The platform puts a message into poison under a new id and says nothing of the old one, so that its
    /// words are all that leads from one to the other; messages that say the same fail alike and share the reason.
    /// </summary>
    public static string KeyOf(string text) => StableId.Of("poison", text);

    /// <summary>What a message says: base64 as queue triggers want it, or as it is.</summary>
    public static string TextOf(string raw)
    {
        var bytes = new byte[raw.Length];
        return Convert.TryFromBase64String(raw, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : raw;
    }

    /// <summary>Types only, from the outermost to what caused it: <c>AggregateException &gt; UnknownMessageException</c>.</summary>
    public static string ChainOf(Exception e) => string.Join(" > ", Causes(e).Select(cause => cause.GetType().Name));

    /// <summary>One sentence for people. Words of exceptions are only passed on where they are ours and known to hold nothing of a message.</summary>
    public static string SentenceOf(Exception e) => Causes(e).Last() switch
    {
        UnknownMessageException ours => ours.Message,
        RequestFailedException { Status: 0 } => "A service could not be reached.",
        RequestFailedException refused => $"A service answered {refused.Status}{(refused.ErrorCode is { Length: > 0 } code ? $" ({code})" : "")}.",
        RpcException engine => $"The durable engine answered {engine.StatusCode}.",
        JsonException => "Something that was stored or sent is not the JSON that this release reads.",
        OperationCanceledException or TimeoutException => "It took too long, or the app was stopped while it was handled.",
        HttpRequestException or IOException => "A connection broke.",
        var other => $"It ended with {other.GetType().Name}; the log has the rest under the invocation's id.",
    };

    /// <summary>From the outermost to the innermost; of several at once the first.</summary>
    private static IEnumerable<Exception> Causes(Exception e)
    {
        for (Exception? cause = e; cause is not null; cause = cause is AggregateException { InnerExceptions: [var first, ..] } ? first : cause.InnerException)
        {
            yield return cause;
        }
    }
}
