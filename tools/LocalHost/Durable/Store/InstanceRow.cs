using System.Text.Json;
using Azure.Data.Tables;
using Microsoft.DurableTask.Client;

namespace CxFunctions.LocalHost.Durable;

/// <summary>The row that says how an instance stands; committed with every step, so what it says of the history is true.</summary>
internal static class InstanceRow
{
    public const string Live = "Live";
    public const string Due = "Due";
    public const string Work = "Work";
    public const string Commit = "Commit";
    public static readonly string[] Outline = ["PartitionKey", "Name", "Version", "Status", "CreatedAt", "UpdatedAt", "Custom0"];

    public static TableEntity Write(Instance instance, StoredForm form, string commit)
    {
        var work = NextDue.HasWork(instance);
        var row = new TableEntity(InstanceKey.Partition(instance.Id), InstanceKey.Row)
        {
            ["Name"] = instance.Name,
            ["Execution"] = instance.Execution,
            ["Status"] = instance.Status.ToString(),
            ["CreatedAt"] = new DateTimeOffset(instance.CreatedAt),
            ["UpdatedAt"] = new DateTimeOffset(instance.UpdatedAt),
            ["Lines"] = form.Lines,
            [Commit] = commit,
        };
        Optional(row, "Version", instance.Version, instance.Version.Length > 0);
        Optional(row, "Delivered", instance.Delivered, instance.Delivered > 0);
        Optional(row, "Segments", form.Segments, form.Segments > 0);
        Optional(row, "Spills", form.Spills, form.Spills > 0);
        Optional(row, Live, true, work || !instance.IsOver);
        Optional(row, Work, true, work);
        Optional(row, "Heard", JsonSerializer.Serialize(instance.Heard), instance.Heard.Count > 0);
        if (NextDue.Of(instance) is { } due)
        {
            row[Due] = due.Ticks;
        }

        LongText.Put(row, "Custom", instance.CustomStatus ?? "");
        LongText.Put(row, "Tail", form.Tail);
        return row;
    }

    /// <param name="older">The text of the segments, in order.</param>
    public static Instance Read(TableEntity row, string older)
    {
        var tail = LongText.Get(row, "Tail");
        var history = HistoryList.From(HistoryText.Read(older + tail));
        var form = new StoredForm(row.ETag, Segments(row), tail, history.Count, row.GetInt32("Spills") ?? 0);
        return new Instance(InstanceKey.IdOf(row.PartitionKey), Execution(row), history)
        {
            Name = row.GetString("Name") ?? "",
            Version = row.GetString("Version") ?? "",
            Status = Status(row),
            CreatedAt = row.GetDateTimeOffset("CreatedAt")!.Value.UtcDateTime,
            UpdatedAt = row.GetDateTimeOffset("UpdatedAt")!.Value.UtcDateTime,
            CustomStatus = LongText.Get(row, "Custom") is { Length: > 0 } custom ? custom : null,
            Delivered = row.GetInt32("Delivered") ?? 0,
            Heard = row.GetString("Heard") is { } heard ? JsonSerializer.Deserialize<Dictionary<string, int>>(heard)! : [],
            Stored = form,
        };
    }

    public static int Segments(TableEntity row) => row.GetInt32("Segments") ?? 0;

    public static OrchestrationRuntimeStatus Status(TableEntity row) => Enum.Parse<OrchestrationRuntimeStatus>(row.GetString("Status") ?? "");

    public static string Execution(TableEntity row) => row.GetString("Execution") ?? "";

    private static void Optional(TableEntity row, string name, object value, bool matters)
    {
        if (matters)
        {
            row[name] = value;
        }
    }
}
