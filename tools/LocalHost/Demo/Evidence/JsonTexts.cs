using System.Text.Json;

namespace CxFunctions.LocalHost.Demo.Evidence;

/// <summary>All texts in a column: the value itself, or where it is JSON every string in it that is no id or time.</summary>
internal static class JsonTexts
{
    private static readonly string[] Skipped = ["id", "token", "journeyId", "contactId", "response", "occurredAt"];

    public static IEnumerable<string> In(string value)
    {
        if (value is not ['{' or '[', ..])
        {
            return [value];
        }
        try
        {
            using var json = JsonDocument.Parse(value);
            return [.. Strings(json.RootElement)];
        }
        catch (JsonException)
        {
            return [value];
        }
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.TryGetDateTimeOffset(out _) ? [] : [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().Where(member => !Skipped.Contains(member.Name)).SelectMany(member => Strings(member.Value)),
        _ => [],
    };
}
