using System.Globalization;
using Azure.Data.Tables;
using CxFunctions.Catalog;
using CxFunctions.Foundation;

namespace CxFunctions.Cases;

/// <summary>The open cases of each program, the one that must be resolved first leading. It follows the cases, which decide.</summary>
public sealed class OpenCaseList(TableServiceClient tables)
{
    private readonly TableClient _open = tables.GetTableClient(TableNames.OpenCases);

    // A filter by touchpoint may find nothing in a page that storage has looked through.
    private const int MostPages = 4;

    /// <summary>The most urgent, and how many there are: what is read does not grow with them.</summary>
    /// <param name="program">Program id.</param>
    /// <param name="touchpoint">Null for all.</param>
    /// <param name="most">Cases wanted, at most.</param>
    /// <param name="counted">How far they are counted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<MostUrgentCases> FirstAsync(string program, string? touchpoint, int most, int counted, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {TableKey.Escape(program)}")
            + (touchpoint is null ? "" : " and " + TableClient.CreateQueryFilter($"Touchpoint eq {touchpoint}"));
        var (first, more) = await PagesAsync(filter, most, select: null, cancellationToken);
        var cases = first.Take(most).Select(ToSummary).ToList();
        if (!more)
        {
            return new MostUrgentCases(cases, first.Count, OrMore: false);
        }
        (first, more) = await PagesAsync(filter, counted + 1, ["RowKey"], cancellationToken);
        return new MostUrgentCases(cases, Math.Min(first.Count, counted), OrMore: more || first.Count > counted);
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

    /// <returns>At least so many rows where there are, and whether there may be more.</returns>
    private async Task<(List<TableEntity> Rows, bool More)> PagesAsync(string filter, int rows, IEnumerable<string>? select, CancellationToken cancellationToken)
    {
        var found = new List<TableEntity>();
        var pages = 0;
        await foreach (var page in _open.QueryAsync<TableEntity>(filter, rows, select, cancellationToken).AsPages())
        {
            found.AddRange(page.Values);
            if (page.ContinuationToken is null || found.Count >= rows || ++pages == MostPages)
            {
                return (found, page.ContinuationToken is not null);
            }
        }
        return (found, false);
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
