using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;
using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Messages;

namespace CxFunctions.Sentiment;

/// <summary>
/// An analyzed answer as two rows alike: one in the partition of its customer, newest transaction first, one in a shard of its program
/// and day, newest answer first.
/// </summary>
internal static class VerbatimEntity
{
    /// <summary>Partitions a day and program is spread over, so that no single one takes all answers of a busy hour.</summary>
    public const int Shards = 4;

    // Words of people hold accents; written as such they take a sixth of the space.
    private static readonly JsonSerializerOptions Json = new(CxJson.Lenient) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static (string Partition, string Row) OfCustomer(ResponseRef reference) =>
        (TableKey.Escape(reference.ContactId), TableKey.Of(TableKey.NewestFirst(reference.OccurredAt), reference.JourneyId));

    /// <param name="response">The answer.</param>
    /// <param name="listedAt">When its first revision was saved: later ones keep its place.</param>
    public static (string Partition, string Row) OfDay(AnalyzedResponse response, DateTimeOffset listedAt) =>
        (DayPartition(response.Program, DateOnly.FromDateTime(listedAt.UtcDateTime), ShardOf(response.Ref.JourneyId)),
            TableKey.Of(TableKey.NewestFirst(listedAt), response.Ref.JourneyId));

    public static string DayPartition(string program, DateOnly day, int shard) =>
        TableKey.Of(program, day.ToString("yyyyMMdd", CultureInfo.InvariantCulture), shard.ToString(CultureInfo.InvariantCulture));

    public static TableEntity Write((string Partition, string Row) at, AnalyzedResponse response, DateTimeOffset listedAt)
    {
        var row = new TableEntity(at.Partition, at.Row)
        {
            ["ContactId"] = response.Ref.ContactId,
            ["OccurredAt"] = response.Ref.OccurredAt,
            ["JourneyId"] = response.Ref.JourneyId,
            ["Revision"] = response.Revision,
            ["Program"] = response.Program,
            ["Touchpoint"] = response.Touchpoint,
            ["Channel"] = $"{response.Channel}",
            ["Locale"] = response.Locale,
            ["Dimensions"] = JsonSerializer.Serialize(response.Dimensions, Json),
            ["Scores"] = JsonSerializer.Serialize(response.Scores, Json),
            ["State"] = $"{response.State}",
            ["Complete"] = response.Complete,
            ["SavedAt"] = response.SavedAt,
            ["ListedAt"] = listedAt,
        };
        for (var i = 0; i < response.Verbatims.Count; i++)
        {
            row[Verbatim(i)] = JsonSerializer.Serialize(response.Verbatims[i], Json);
        }
        return row;
    }

    public static AnalyzedResponse Read(TableEntity row) => new()
    {
        Ref = new ResponseRef(row.GetString("ContactId")!, row.GetDateTimeOffset("OccurredAt")!.Value, row.GetString("JourneyId")!),
        Revision = row.GetInt32("Revision")!.Value,
        Program = row.GetString("Program")!,
        Touchpoint = row.GetString("Touchpoint")!,
        Channel = Enum.Parse<Channel>(row.GetString("Channel")!),
        Locale = row.GetString("Locale")!,
        Dimensions = JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString("Dimensions")!, Json)!,
        Scores = JsonSerializer.Deserialize<Dictionary<QuestionKind, int>>(row.GetString("Scores")!, Json)!,
        State = Enum.Parse<AnalysisState>(row.GetString("State")!),
        Complete = row.GetBoolean("Complete")!.Value,
        SavedAt = row.GetDateTimeOffset("SavedAt")!.Value,
        Verbatims = [.. Enumerable.Range(0, row.Count)
            .Select(i => row.GetString(Verbatim(i)))
            .TakeWhile(json => json is not null)
            .Select(json => JsonSerializer.Deserialize<VerbatimReading>(json!, Json)!)],
    };

    public static DateTimeOffset ListedAt(TableEntity row) => row.GetDateTimeOffset("ListedAt")!.Value;

    private static string Verbatim(int i) => $"Verbatim{i}";

    private static int ShardOf(string journeyId) => journeyId.Sum(c => c) % Shards;
}
