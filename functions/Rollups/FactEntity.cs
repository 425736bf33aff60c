using System.Text.Json;
using Azure.Data.Tables;
using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Messages;

namespace CxFunctions.Rollups;

/// <summary>A fact as a row: partition of program, touchpoint and UTC hour, row of the journey.</summary>
internal static class FactEntity
{
    public static string Partition(string program, string touchpoint, DateTimeOffset at) =>
        TableKey.Of(program, touchpoint, UtcHour.Text(UtcHour.Of(at)));

    public static string Row(string journeyId) => TableKey.Escape(journeyId);

    public static TableEntity Write(Fact fact)
    {
        var row = new TableEntity(Partition(fact.Program, fact.Touchpoint, fact.OccurredAt), Row(fact.JourneyId))
        {
            ["JourneyId"] = fact.JourneyId,
            ["Program"] = fact.Program,
            ["Touchpoint"] = fact.Touchpoint,
            ["OccurredAt"] = fact.OccurredAt,
            ["Dimensions"] = JsonSerializer.Serialize(fact.Dimensions, CxJson.Lenient),
            ["ChannelRank"] = fact.ChannelRank,
            ["Revision"] = fact.Revision,
            ["SentimentRevision"] = fact.SentimentRevision,
        };
        if (fact.Channel is { } channel)
        {
            row["Channel"] = $"{channel}";
        }
        if (fact.Sentiment is not null)
        {
            row["Sentiment"] = fact.Sentiment;
        }
        foreach (var stage in fact.Stages)
        {
            row[$"{stage}"] = true;
        }
        foreach (var (metric, value) in fact.Scores)
        {
            row[$"{metric}"] = value;
        }
        return row;
    }

    public static Fact Read(TableEntity row) => new()
    {
        JourneyId = row.GetString("JourneyId")!,
        Program = row.GetString("Program")!,
        Touchpoint = row.GetString("Touchpoint")!,
        OccurredAt = row.GetDateTimeOffset("OccurredAt")!.Value,
        Dimensions = JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString("Dimensions")!, CxJson.Lenient)!,
        Channel = Enum.TryParse<Channel>(row.GetString("Channel"), out var channel) ? channel : null,
        ChannelRank = row.GetInt32("ChannelRank") ?? 0,
        Stages = Enum.GetValues<FieldworkStage>().Where(s => row.GetBoolean($"{s}") is true).ToHashSet(),
        Scores = RollupCounts.AllMetrics.Where(m => row.GetInt32($"{m}") is not null).ToDictionary(m => m, m => row.GetInt32($"{m}")!.Value),
        Revision = row.GetInt32("Revision") ?? 0,
        Sentiment = row.GetString("Sentiment"),
        SentimentRevision = row.GetInt32("SentimentRevision") ?? 0,
    };
}
