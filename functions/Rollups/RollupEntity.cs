using Azure.Data.Tables;
using CxFunctions.Foundation;

namespace CxFunctions.Rollups;

/// <summary>
/// A rollup as a row. Partition: program, touchpoint, grain, time zone and what is stored together (<see cref="ProgramCalendar.PartitionOf"/>).
/// Row: dimension, value, bucket; so that a series is a range of rows, and a partition all that the next grain needs.
/// </summary>
internal static class RollupEntity
{
    private const int LongestInKey = 200;

    public static string Partition(ProgramCalendar calendar, string program, string touchpoint, Grain grain, DateTimeOffset at) =>
        TableKey.Of(program, touchpoint, $"{grain}", calendar.Zone.Id, ProgramCalendar.Text(calendar.PartitionOf(grain, at)));

    /// <summary>Whether the partition holds buckets of the zone.</summary>
    public static bool IsOf(TimeZoneInfo zone, string partition) =>
        partition.Split(TableKey.Separator) is [_, _, _, var id, _] && id == TableKey.Escape(zone.Id);

    public static string Row(RollupKey key, DateTimeOffset bucket) => TableKey.Of(key.Dimension, InKey(key.Value), ProgramCalendar.Text(bucket));

    public static TableEntity Write(string partition, Rollup rollup)
    {
        var key = rollup.Key;
        var row = new TableEntity(partition, Row(key, rollup.Bucket))
        {
            ["Program"] = key.Program,
            ["Touchpoint"] = key.Touchpoint,
            ["Dimension"] = key.Dimension,
            ["Value"] = key.Value,
            ["Grain"] = $"{key.Grain}",
            ["Bucket"] = rollup.Bucket,
        };
        foreach (var (name, count) in rollup.Counts.Named().Where(c => c.Count > 0))
        {
            row[name] = count;
        }
        return row;
    }

    public static Rollup Read(TableEntity row) => new(
        new RollupKey(row.GetString("Program")!, row.GetString("Touchpoint")!, row.GetString("Dimension")!, row.GetString("Value")!, Enum.Parse<Grain>(row.GetString("Grain")!)),
        row.GetDateTimeOffset("Bucket")!.Value,
        RollupCounts.FromNamed(name => row.GetInt32(name)));

    /// <summary>Values come from CRMs and may be long, keys end at 1 KiB: of those the key holds a digest, and the column the value.</summary>
    private static string InKey(string value) => TableKey.Escape(value).Length <= LongestInKey ? value : "~" + StableId.Of(value);
}
