using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using CxFunctions.Catalog;
using CxFunctions.Foundation;

namespace CxFunctions.Cases;

/// <summary>The open cases of each program, the one that must be resolved first leading. It follows the cases, which decide.</summary>
public sealed class OpenCaseList(TableServiceClient tables)
{
    private readonly TableClient _open = tables.GetTableClient(TableNames.OpenCases);

    public async IAsyncEnumerable<CaseSummary> ReadAsync(string program, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in _open.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {TableKey.Escape(program)}"), cancellationToken: cancellationToken))
        {
            yield return ToSummary(row);
        }
    }

    /// <summary>
    /// Lists the case while it is open. It may be closed by somebody else between its own write and this one, so it is looked at
    /// once more: else it would stay listed for ever.
    /// </summary>
    /// <param name="isStillOpen">Looks at the case again.</param>
    public async Task UpdateAsync(Case current, Func<Task<bool>> isStillOpen, CancellationToken cancellationToken)
    {
        var partition = TableKey.Escape(current.Program);
        var row = current.ResolveBy.UtcTicks.ToString("D19", CultureInfo.InvariantCulture) + "|" + current.Id;
        if (current.IsOpen)
        {
            await _open.UpsertEntityAsync(RowOf(partition, row, current), TableUpdateMode.Replace, cancellationToken);
            if (await isStillOpen())
            {
                return;
            }
        }
        await _open.DeleteEntityAsync(partition, row, cancellationToken: cancellationToken);
    }

    private static TableEntity RowOf(string partition, string rowKey, Case c) => new(partition, rowKey)
    {
        ["CaseId"] = c.Id,
        ["Token"] = c.Token,
        ["Program"] = c.Program,
        ["Touchpoint"] = c.Touchpoint,
        ["State"] = c.State.ToString(),
        ["Metric"] = c.Metric.ToString(),
        ["Score"] = c.Score,
        ["Verbatim"] = c.Verbatim,
        ["Owner"] = c.Owner,
        ["OpenedAt"] = c.OpenedAt,
        ["AcknowledgeBy"] = c.AcknowledgeBy,
        ["ResolveBy"] = c.ResolveBy,
        ["Escalated"] = c.AcknowledgeEscalatedAt is not null || c.ResolveEscalatedAt is not null,
    };

    private static CaseSummary ToSummary(TableEntity row) => new(
        row.GetString("CaseId"),
        row.GetString("Token"),
        row.GetString("Program"),
        row.GetString("Touchpoint"),
        Enum.Parse<CaseState>(row.GetString("State")),
        Enum.Parse<QuestionKind>(row.GetString("Metric")),
        row.GetInt32("Score"),
        row.GetString("Verbatim"),
        row.GetString("Owner"),
        row.GetDateTimeOffset("OpenedAt")!.Value,
        row.GetDateTimeOffset("AcknowledgeBy")!.Value,
        row.GetDateTimeOffset("ResolveBy")!.Value,
        row.GetBoolean("Escalated") ?? false);
}
