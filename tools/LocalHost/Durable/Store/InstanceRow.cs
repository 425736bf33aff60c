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

    /// <summary>In <see cref="Due"/>: only a message can wake the instance.</summary>
    public const long Never = 0;

    private const string Custom = "Custom0";
    private const string Tail = "Tail0";

    public static readonly string[] Outline = ["PartitionKey", "Name", "Version", "Status", "CreatedAt", "UpdatedAt", Custom];

    /// <summary>
    /// What a step writes. A step that follows another of its generation is merged into the row, which storage does faster than
    /// putting the row anew: so what can go back to nothing is always said, and what can only grow is left out until it is there.
    /// </summary>
    /// <param name="before">The step before in the same generation; null where the row is written whole.</param>
    public static TableEntity Write(Instance? before, Instance instance, StoredForm form, string commit)
    {
        var work = NextDue.HasWork(instance);
        var row = new TableEntity(InstanceKey.Partition(instance.Id), InstanceKey.Row)
        {
            ["Status"] = instance.Status.ToString(),
            ["UpdatedAt"] = new DateTimeOffset(instance.UpdatedAt),
            ["Lines"] = form.Lines,
            [Live] = work || !instance.IsOver,
            [Work] = work,
            [Due] = NextDue.Of(instance)?.Ticks ?? Never,
            [Tail] = form.Tail,
            [Commit] = commit,
        };
        Optional(row, "Delivered", instance.Delivered, instance.Delivered > 0);
        Optional(row, "Segments", form.Segments, form.Segments > 0);
        Optional(row, "Spills", form.Spills, form.Spills > 0);
        Optional(row, Custom, instance.CustomStatus ?? "", instance.CustomStatus != before?.CustomStatus);
        Optional(row, "Heard", JsonSerializer.Serialize(instance.Heard), instance.Heard.Count > 0);
        if (before is null)
        {
            row["Name"] = instance.Name;
            row["Execution"] = instance.Execution;
            row["CreatedAt"] = new DateTimeOffset(instance.CreatedAt);
            Optional(row, "Version", instance.Version, instance.Version.Length > 0);
        }

        return row;
    }

    /// <param name="older">The text of the segments, in order.</param>
    public static Instance Read(TableEntity row, string older)
    {
        var tail = row.GetString(Tail) ?? "";
        var history = HistoryList.From(HistoryText.Read(older + tail));
        var form = new StoredForm(row.ETag, Segments(row), tail, history.Count, row.GetInt32("Spills") ?? 0);
        return new Instance(InstanceKey.IdOf(row.PartitionKey), Execution(row), history)
        {
            Name = row.GetString("Name") ?? "",
            Version = row.GetString("Version") ?? "",
            Status = Status(row),
            CreatedAt = row.GetDateTimeOffset("CreatedAt")!.Value.UtcDateTime,
            UpdatedAt = row.GetDateTimeOffset("UpdatedAt")!.Value.UtcDateTime,
            CustomStatus = CustomStatus(row),
            Delivered = row.GetInt32("Delivered") ?? 0,
            Heard = row.GetString("Heard") is { } heard ? JsonSerializer.Deserialize<Dictionary<string, int>>(heard)! : [],
            Stored = form,
        };
    }

    /// <summary>When to wake the instance, UTC.</summary>
    public static DateTime? DueAt(TableEntity row) => row.GetInt64(Due) is { } ticks and not Never ? new DateTime(ticks, DateTimeKind.Utc) : null;

    /// <summary>At most 16 KB, so a property is enough.</summary>
    public static string? CustomStatus(TableEntity row) => row.GetString(Custom) is { Length: > 0 } custom ? custom : null;

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
