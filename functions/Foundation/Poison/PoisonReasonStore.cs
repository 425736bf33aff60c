using Azure.Data.Tables;

namespace CxFunctions.Foundation.Poison;

/// <summary>Table <c>PoisonReasons</c>: a partition for each queue, a row for each message that failed for good.</summary>
public sealed class PoisonReasonStore(TableServiceClient tables)
{
    private readonly TableClient _table = tables.GetTableClient(TableNames.PoisonReasons);

    public Task WriteAsync(PoisonReason reason, CancellationToken cancellationToken) => _table.UpsertEntityAsync(
        new TableEntity(TableKey.Escape(reason.Queue), reason.Key)
        {
            ["At"] = reason.At,
            ["Function"] = reason.Function,
            ["Invocation"] = reason.Invocation,
            ["Tries"] = reason.Tries,
            ["Exceptions"] = reason.Exceptions,
            ["Sentence"] = reason.Sentence,
        },
        TableUpdateMode.Replace,
        cancellationToken);

    /// <returns>Null where none was written: the app ended in the midst of the last try, or storage was away just then.</returns>
    public async Task<PoisonReason?> FindAsync(string queue, string key, CancellationToken cancellationToken)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(TableKey.Escape(queue), key, cancellationToken: cancellationToken);
        return found is { HasValue: true, Value: { } row }
            ? new PoisonReason(
                queue,
                key,
                row.GetDateTimeOffset("At")!.Value,
                row.GetString("Function"),
                row.GetString("Invocation"),
                row.GetInt32("Tries") ?? 0,
                row.GetString("Exceptions"),
                row.GetString("Sentence"))
            : null;
    }

    /// <summary>Forgets a reason whose message is no longer in poison.</summary>
    public Task ForgetAsync(string queue, string key, CancellationToken cancellationToken) =>
        _table.DeleteEntityAsync(TableKey.Escape(queue), key, cancellationToken: cancellationToken);
}
