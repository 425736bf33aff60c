using System.Diagnostics;
using Azure.Data.Tables;

namespace CxFunctions.LocalHost.Durable;

/// <summary>The row that says who holds a hub.</summary>
internal static class HubOwner
{
    public const string Partition = "!lease";
    public const string RowKey = "owner";
    private static readonly TimeSpan Stale = TimeSpan.FromMinutes(1);

    public static TableEntity Row(string engine)
    {
        using var self = Process.GetCurrentProcess();
        return new TableEntity(Partition, RowKey)
        {
            ["Engine"] = engine,
            ["Machine"] = Environment.MachineName,
            ["Process"] = Environment.ProcessId,
            ["Started"] = Started(self),
            ["Heartbeat"] = DateTimeOffset.UtcNow,
        };
    }

    public static bool IsOf(TableEntity owner, string engine) => owner.GetString("Engine") == engine;

    public static string Describe(TableEntity owner) =>
        $"process {owner.GetInt32("Process")} on {owner.GetString("Machine")}, last heard of at {owner.GetDateTimeOffset("Heartbeat"):u}";

    /// <param name="heldHere">The engines that hold a hub in this process.</param>
    public static bool IsAlive(TableEntity owner, HashSet<string> heldHere)
    {
        if (owner.GetString("Machine") != Environment.MachineName)
        {
            return DateTimeOffset.UtcNow - owner.GetDateTimeOffset("Heartbeat") < Stale;
        }

        if (owner.GetInt32("Process") == Environment.ProcessId)
        {
            lock (heldHere)
            {
                return heldHere.Contains(owner.GetString("Engine") ?? "");
            }
        }

        try
        {
            using var process = Process.GetProcessById(owner.GetInt32("Process") ?? 0);
            return !process.HasExited && Math.Abs(Started(process) - (owner.GetInt64("Started") ?? 0)) <= 2;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Tells a process from a later one with its number; seconds, since the system gives ticks only roughly.</summary>
    private static long Started(Process process) => process.StartTime.ToUniversalTime().Ticks / TimeSpan.TicksPerSecond;
}
