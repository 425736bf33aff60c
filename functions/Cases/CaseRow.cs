using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;
using CxFunctions.Foundation;

namespace CxFunctions.Cases;

/// <summary>Cases as table rows. What is never filtered by travels as JSON; state and times stand in columns for people with a storage browser.</summary>
internal static class CaseRow
{
    public const string RowKey = "case";
    public const string EventPrefix = "event|";
    public const string EventEnd = "event}";

    // A column holds 32 Ki characters: words in other scripts must not be written as escapes, six characters for each.
    private static readonly JsonSerializerOptions Json = new(CxJson.Lenient) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TableEntity Of(Case c) => new(c.Id, RowKey)
    {
        ["State"] = c.State.ToString(),
        ["Program"] = c.Program,
        ["ResolveBy"] = c.ResolveBy,
        ["Json"] = JsonSerializer.Serialize(c, Json),
    };

    public static Case ToCase(TableEntity row) => JsonSerializer.Deserialize<Case>(row.GetString("Json"), CxJson.Lenient)!;

    /// <summary>The key sorts by time and, within an instant, by kind: the same move told twice in one instant is one line, as are two openings by one visitor.</summary>
    public static TableEntity Of(string id, CaseEvent e) =>
        new(id, EventPrefix + e.At.UtcTicks.ToString("D19", CultureInfo.InvariantCulture) + "|" + (int)e.What + (e.Visitor is null ? "" : "|" + e.Visitor))
        {
            ["At"] = e.At,
            ["What"] = e.What.ToString(),
            ["Who"] = e.Who,
            ["Text"] = e.Text,
            ["Visitor"] = e.Visitor,
        };

    public static CaseEvent ToEvent(TableEntity row) =>
        new(row.GetDateTimeOffset("At")!.Value, Enum.Parse<CaseEventKind>(row.GetString("What")), row.GetString("Who"), row.GetString("Text"), row.GetString("Visitor"));
}
