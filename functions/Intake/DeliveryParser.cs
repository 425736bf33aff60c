using System.Text.Json;
using System.Text.Unicode;

namespace CxFunctions.Intake;

/// <summary>A body to its items: one object, or an array.</summary>
internal static class DeliveryParser
{
    /// <exception cref="FormatException">No JSON object or array of items; the message is for the sender.</exception>
    public static IReadOnlyList<DeliveredItem> Parse(ReadOnlyMemory<byte> body, IWebhookSource source, WebhookSourceOptions options)
    {
        if (!Utf8.IsValid(body.Span))
        {
            throw new FormatException("The body is not UTF-8.");
        }
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind switch
            {
                JsonValueKind.Object => [source.Parse(document.RootElement, options)],
                JsonValueKind.Array => [.. document.RootElement.EnumerateArray().Select(item => source.Parse(item, options))],
                _ => throw new FormatException("The body must be a JSON object or an array of them."),
            };
        }
        catch (JsonException e)
        {
            throw new FormatException($"The body is not JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}.", e);
        }
    }
}
