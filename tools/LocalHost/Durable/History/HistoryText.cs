using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CxFunctions.LocalHost.Durable;

/// <summary>A history as text, a line an event, so that it grows by appending.</summary>
internal static class HistoryText
{
    private static readonly HistoryJson Json = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    });

    public static string Write(IEnumerable<HistoryEvent> events)
    {
        var text = new StringBuilder();
        foreach (var item in events)
        {
            var slim = item.Spilled is null ? item : item with { Data = null };
            text.Append(JsonSerializer.Serialize(slim, Json.HistoryEvent)).Append('\n');
        }

        return text.ToString();
    }

    public static IEnumerable<HistoryEvent> Read(string text)
    {
        var start = 0;
        for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n', start))
        {
            yield return JsonSerializer.Deserialize(text.AsSpan(start, end - start), Json.HistoryEvent)!;
            start = end + 1;
        }
    }
}

[JsonSerializable(typeof(HistoryEvent))]
internal sealed partial class HistoryJson : JsonSerializerContext;
