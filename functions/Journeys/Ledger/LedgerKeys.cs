using System.Globalization;
using CxFunctions.Foundation;

namespace CxFunctions.Journeys.Ledger;

/// <summary>
/// Keys of the ledger: by transaction for whoever knows it, and by the hour it is listed in, newest first, for pages and exports.
/// An hour of a program is spread over <see cref="Shards"/> partitions.
/// </summary>
internal static class LedgerKeys
{
    public const int Shards = 4;

    /// <summary>Stands in the place of a program for transactions that name none, or one that was not there when they came. No program has such an id.</summary>
    public const string NoProgram = "~";

    public static string PartitionOf(string journeyId) => journeyId;

    public static string HourPartition(LedgerEntry entry) =>
        HourPartition(entry.ProgramVersion.Length == 0 ? NoProgram : entry.Program, entry.ListedAt, ShardOf(entry.JourneyId));

    public static string HourPartition(string program, DateTimeOffset hour, int shard) =>
        HourPrefix(program, hour) + shard.ToString(CultureInfo.InvariantCulture);

    /// <summary>Everything of the hour sorts from this, and before this with <see cref="AfterShards"/>.</summary>
    public static string HourPrefix(string program, DateTimeOffset hour) =>
        TableKey.Of(program, hour.UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture), "");

    public const string AfterShards = "~";

    public static string HourRow(LedgerEntry entry) => TableKey.Of(TableKey.NewestFirst(entry.ListedAt), entry.JourneyId);

    private static int ShardOf(string journeyId) => journeyId[^1] % Shards;
}
