using System.Text.Json;
using Azure.Data.Tables;
using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Messages;

namespace CxFunctions.Journeys.Ledger;

/// <summary>Rows of tables <c>Ledger</c> and <c>LedgerByHour</c>: the same members under different keys.</summary>
internal static class LedgerRow
{
    public const string RowKey = "entry";
    public const string CancelledAt = nameof(LedgerEntry.CancelledAt);

    /// <summary>False for a mere mark: the transaction was taken back before it came.</summary>
    public static bool HasEntry(TableEntity row) => row.ContainsKey(nameof(LedgerEntry.Reason));

    public static TableEntity Of(LedgerEntry entry, string partitionKey, string rowKey)
    {
        var row = new TableEntity(partitionKey, rowKey)
        {
            [nameof(LedgerEntry.Source)] = entry.Source,
            [nameof(LedgerEntry.TransactionId)] = entry.TransactionId,
            [nameof(LedgerEntry.JourneyId)] = entry.JourneyId,
            [nameof(LedgerEntry.Program)] = entry.Program,
            [nameof(LedgerEntry.ProgramVersion)] = entry.ProgramVersion,
            [nameof(LedgerEntry.Touchpoint)] = entry.Touchpoint,
            [nameof(LedgerEntry.ContactId)] = entry.ContactId,
            [nameof(LedgerEntry.OccurredAt)] = entry.OccurredAt,
            [nameof(LedgerEntry.ReceivedAt)] = entry.ReceivedAt,
            [nameof(LedgerEntry.Reason)] = entry.Reason.ToString(),
            [nameof(LedgerEntry.Dimensions)] = JsonSerializer.Serialize(entry.Dimensions, CxJson.Lenient),
            [nameof(LedgerEntry.Generation)] = entry.Generation,
        };
        Set(row, nameof(LedgerEntry.Detail), entry.Detail);
        Set(row, nameof(LedgerEntry.Unusable), entry.Unusable.Count == 0 ? null : string.Join(',', entry.Unusable));
        Set(row, nameof(LedgerEntry.Channel), entry.Channel?.ToString());
        Set(row, nameof(LedgerEntry.FailedChannels), entry.FailedChannels.Count == 0 ? null : string.Join(',', entry.FailedChannels));
        Set(row, nameof(LedgerEntry.End), entry.End?.ToString());
        Set(row, nameof(LedgerEntry.InviteDueAt), entry.InviteDueAt);
        Set(row, nameof(LedgerEntry.InvitedAt), entry.InvitedAt);
        Set(row, nameof(LedgerEntry.DeliveredAt), entry.DeliveredAt);
        Set(row, nameof(LedgerEntry.RemindDueAt), entry.RemindDueAt);
        Set(row, nameof(LedgerEntry.RemindedAt), entry.RemindedAt);
        Set(row, nameof(LedgerEntry.StartedAt), entry.StartedAt);
        Set(row, nameof(LedgerEntry.AnsweredAt), entry.AnsweredAt);
        Set(row, nameof(LedgerEntry.ExpiresAt), entry.ExpiresAt);
        Set(row, nameof(LedgerEntry.EndedAt), entry.EndedAt);
        Set(row, CancelledAt, entry.CancelledAt);
        return row;
    }

    public static LedgerEntry EntryOf(TableEntity row) => new()
    {
        Source = row.GetString(nameof(LedgerEntry.Source))!,
        TransactionId = row.GetString(nameof(LedgerEntry.TransactionId))!,
        JourneyId = row.GetString(nameof(LedgerEntry.JourneyId))!,
        Program = row.GetString(nameof(LedgerEntry.Program))!,
        ProgramVersion = row.GetString(nameof(LedgerEntry.ProgramVersion))!,
        Touchpoint = row.GetString(nameof(LedgerEntry.Touchpoint))!,
        ContactId = row.GetString(nameof(LedgerEntry.ContactId))!,
        OccurredAt = row.GetDateTimeOffset(nameof(LedgerEntry.OccurredAt))!.Value,
        ReceivedAt = row.GetDateTimeOffset(nameof(LedgerEntry.ReceivedAt))!.Value,
        Reason = Enum.Parse<LedgerReason>(row.GetString(nameof(LedgerEntry.Reason))!),
        Dimensions = JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString(nameof(LedgerEntry.Dimensions))!, CxJson.Lenient)!,
        Generation = row.GetInt32(nameof(LedgerEntry.Generation)) ?? 0,
        Detail = row.GetString(nameof(LedgerEntry.Detail)),
        Unusable = row.GetString(nameof(LedgerEntry.Unusable)) is { } unusable ? unusable.Split(',') : [],
        Channel = row.GetString(nameof(LedgerEntry.Channel)) is { } channel ? Enum.Parse<Channel>(channel) : null,
        FailedChannels = row.GetString(nameof(LedgerEntry.FailedChannels)) is { } failed ? [.. failed.Split(',').Select(Enum.Parse<Channel>)] : [],
        End = row.GetString(nameof(LedgerEntry.End)) is { } end ? Enum.Parse<JourneyEnd>(end) : null,
        InviteDueAt = row.GetDateTimeOffset(nameof(LedgerEntry.InviteDueAt)),
        InvitedAt = row.GetDateTimeOffset(nameof(LedgerEntry.InvitedAt)),
        DeliveredAt = row.GetDateTimeOffset(nameof(LedgerEntry.DeliveredAt)),
        RemindDueAt = row.GetDateTimeOffset(nameof(LedgerEntry.RemindDueAt)),
        RemindedAt = row.GetDateTimeOffset(nameof(LedgerEntry.RemindedAt)),
        StartedAt = row.GetDateTimeOffset(nameof(LedgerEntry.StartedAt)),
        AnsweredAt = row.GetDateTimeOffset(nameof(LedgerEntry.AnsweredAt)),
        ExpiresAt = row.GetDateTimeOffset(nameof(LedgerEntry.ExpiresAt)),
        EndedAt = row.GetDateTimeOffset(nameof(LedgerEntry.EndedAt)),
        CancelledAt = row.GetDateTimeOffset(CancelledAt),
        ETag = row.ETag,
    };

    private static void Set(TableEntity row, string name, object? value)
    {
        if (value is not null)
        {
            row[name] = value;
        }
    }
}
