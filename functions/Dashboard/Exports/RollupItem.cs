using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Messages;
using CxFunctions.Rollups;

namespace CxFunctions.Dashboard.Exports;

/// <summary>A rollup as it is exported: counts, and each score with n and both ends of its 95 % interval; its bucket in the program's time zone, which is named.</summary>
internal static class RollupItem
{
    private static readonly Rollup None = new(RollupKey.Total("", "", Grain.Day), default, new RollupCounts());

    public static readonly IReadOnlyList<string> Columns = [.. Cells(None, TimeZoneInfo.Utc).Select(c => c.Column)];

    public static ExportItem Of(Rollup rollup, ProgramCalendar calendar) => new(Position(rollup), Json(rollup, calendar), [.. Cells(rollup, calendar.Zone)]);

    public static string Position(Rollup rollup) => TableKey.Of(ProgramCalendar.Text(rollup.Bucket), rollup.Key.Value);

    private static object Json(Rollup rollup, ProgramCalendar calendar) => new
    {
        rollup.Key.Program,
        rollup.Key.Touchpoint,
        rollup.Key.Dimension,
        rollup.Key.Value,
        rollup.Key.Grain,
        Bucket = calendar.Local(rollup.Bucket),
        Zone = calendar.Zone.Id,
        Fieldwork = Enum.GetValues<FieldworkStage>().ToDictionary(s => Camel($"{s}"), rollup.Counts.Of),
        rollup.ResponseRate,
        Nps = Metric(rollup, QuestionKind.Nps),
        Csat = Metric(rollup, QuestionKind.Csat),
        Ces = Metric(rollup, QuestionKind.Ces),
        Sentiment = RollupCounts.Sentiments.ToDictionary(s => s, rollup.Counts.OfSentiment),
    };

    private static object? Metric(Rollup rollup, QuestionKind metric) => rollup.ScoreOf(metric) is { } score
        ? new { score.N, score.Score, score.Low, score.High, Histogram = rollup.Counts.Histogram(metric) }
        : null;

    private static IEnumerable<(string Column, object? Value)> Cells(Rollup rollup, TimeZoneInfo zone)
    {
        yield return ("program", rollup.Key.Program);
        yield return ("touchpoint", rollup.Key.Touchpoint);
        yield return ("dimension", rollup.Key.Dimension);
        yield return ("value", rollup.Key.Value);
        yield return ("grain", Camel($"{rollup.Key.Grain}"));
        yield return ("bucket", new ProgramTime(rollup.Bucket, zone));
        foreach (var stage in Enum.GetValues<FieldworkStage>())
        {
            yield return (Camel($"{stage}"), rollup.Counts.Of(stage));
        }
        foreach (var (name, score) in new[] { ("responseRate", rollup.ResponseRate) }.Concat(RollupCounts.AllMetrics.Select(m => (Camel($"{m}"), rollup.ScoreOf(m)))))
        {
            yield return ($"{name}N", score?.N ?? 0);
            yield return (name, score?.Score);
            yield return ($"{name}Low", score?.Low);
            yield return ($"{name}High", score?.High);
        }
        foreach (var sentiment in RollupCounts.Sentiments)
        {
            yield return (sentiment, rollup.Counts.OfSentiment(sentiment));
        }
        yield return ("zone", zone.Id);
    }

    private static string Camel(string name) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name);
}
