using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using CxFunctions.Foundation;

namespace CxFunctions.Rollups;

/// <summary>In table Rollups, one row a program beside its rollups: how they stand.</summary>
public sealed class RollupStateStore(TableServiceClient tables, TimeProvider time)
{
    // Ids of programs begin with a letter or digit.
    private const string Partition = "~state";
    private readonly TableClient _table = tables.GetTableClient(TableNames.Rollups);

    /// <summary>Null where nothing was ever counted.</summary>
    public async Task<RollupState?> FindAsync(string program, CancellationToken cancellationToken) =>
        await _table.GetEntityIfExistsAsync<TableEntity>(Partition, TableKey.Escape(program), cancellationToken: cancellationToken) is { HasValue: true, Value: { } row } ? Read(row) : null;

    internal async IAsyncEnumerable<RollupState> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken: cancellationToken))
        {
            yield return Read(row);
        }
    }

    internal Task WriteAsync(string program, TimeZoneInfo zone, RecountStage stage, CancellationToken cancellationToken) => _table.UpsertEntityAsync(
        new TableEntity(Partition, TableKey.Escape(program)) { ["Program"] = program, ["Zone"] = zone.Id, ["Stage"] = $"{stage}", ["ComputedAt"] = time.GetUtcNow() },
        TableUpdateMode.Replace,
        cancellationToken);

    private static RollupState Read(TableEntity row) =>
        new(row.GetString("Program")!, row.GetString("Zone")!, Enum.Parse<RecountStage>(row.GetString("Stage")!), row.ETag.ToString());
}
