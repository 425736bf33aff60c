using Azure.Data.Tables;
using CxFunctions.Foundation;

namespace CxFunctions.Staff;

/// <summary>Table StaffAccess: links, sessions that were left, attempts. A partition each; small, for every row has an end.</summary>
internal static class StaffAccessTable
{
    public const string Links = "links";
    public const string Left = "left";
    public const string Attempts = "attempts";
    public const string Until = "Until";

    public static TableClient Of(TableServiceClient tables) => tables.GetTableClient(TableNames.StaffAccess);

    /// <summary>Deletes what has ended.</summary>
    public static async Task TidyAsync(TableClient table, string partition, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and Until lt {now}"), maxPerPage: 100, ["PartitionKey", "RowKey"], cancellationToken).Take(100).WithCancellation(cancellationToken))
        {
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: cancellationToken);
        }
    }
}
