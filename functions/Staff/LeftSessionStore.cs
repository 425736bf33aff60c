using Azure.Data.Tables;

namespace CxFunctions.Staff;

/// <summary>Sessions that somebody left before their end. Asked at every look at a staff page: one point read.</summary>
public sealed class LeftSessionStore(TableServiceClient tables, TimeProvider time)
{
    private readonly TableClient _table = StaffAccessTable.Of(tables);

    public async Task<bool> HoldsAsync(string id, CancellationToken cancellationToken) =>
        (await _table.GetEntityIfExistsAsync<TableEntity>(StaffAccessTable.Left, id, ["RowKey"], cancellationToken)).HasValue;

    public async Task AddAsync(StaffSession session, CancellationToken cancellationToken)
    {
        await _table.UpsertEntityAsync(new TableEntity(StaffAccessTable.Left, session.Id) { [StaffAccessTable.Until] = session.Until }, TableUpdateMode.Replace, cancellationToken);
        await StaffAccessTable.TidyAsync(_table, StaffAccessTable.Left, time.GetUtcNow(), cancellationToken);
    }
}
