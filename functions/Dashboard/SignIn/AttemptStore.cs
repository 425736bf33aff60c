using Azure;
using Azure.Data.Tables;
using CxFunctions.Foundation;
using CxFunctions.Staff;

namespace CxFunctions.Dashboard.SignIn;

/// <summary>
/// Counts attempts to sign in, by address and altogether, for all instances: rows under their ETags. An attempt is counted before its key is looked
/// at, so that many at once get no further than one after another.
/// </summary>
public sealed class AttemptStore(TableServiceClient tables, TimeProvider time)
{
    private const string All = "all";
    private const int MostConflicts = 10;
    private static readonly TimeSpan AfterConflicts = TimeSpan.FromSeconds(10);
    private readonly TableClient _table = StaffAccessTable.Of(tables);

    /// <param name="caller">Digest of the address.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where the attempt may be made; else how long to wait.</returns>
    public async Task<TimeSpan?> CountAsync(string caller, CancellationToken cancellationToken) =>
        await CountAsync(RowOf(caller), AttemptRules.MostOfAddress, cancellationToken) ?? await CountAsync(All, AttemptRules.MostOfAll, cancellationToken);

    /// <summary>After a right key: those before it were typing errors.</summary>
    public async Task ForgetAsync(string caller, CancellationToken cancellationToken)
    {
        await _table.DeleteEntityAsync(StaffAccessTable.Attempts, RowOf(caller), cancellationToken: cancellationToken);
        await StaffAccessTable.TidyAsync(_table, StaffAccessTable.Attempts, time.GetUtcNow(), cancellationToken);
    }

    private async Task<TimeSpan?> CountAsync(string row, int most, CancellationToken cancellationToken)
    {
        for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
        {
            var found = await _table.GetEntityIfExistsAsync<TableEntity>(StaffAccessTable.Attempts, row, cancellationToken: cancellationToken);
            var before = found.HasValue ? new Attempts(found.Value!.GetInt32("Count") ?? 0, found.Value.GetDateTimeOffset(StaffAccessTable.Until)!.Value) : null;
            var (after, wait) = AttemptRules.Next(before, most, time.GetUtcNow());
            if (after is null)
            {
                return wait;
            }
            try
            {
                var entity = new TableEntity(StaffAccessTable.Attempts, row) { ["Count"] = after.Count, [StaffAccessTable.Until] = after.Until };
                await (found.HasValue
                    ? _table.UpdateEntityAsync(entity, found.Value!.ETag, TableUpdateMode.Replace, cancellationToken)
                    : _table.AddEntityAsync(entity, cancellationToken));
                return null;
            }
            catch (RequestFailedException e) when (ContendedWrite.IsOvertaken(e))
            {
                // Somebody else tried at the same moment: count on from theirs.
            }
        }
        // So many at once are no typing errors.
        return AfterConflicts;
    }

    private static string RowOf(string caller) => "of|" + caller;
}
