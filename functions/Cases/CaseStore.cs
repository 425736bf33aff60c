using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using CxFunctions.Foundation;

namespace CxFunctions.Cases;

/// <summary>
/// Cases: one partition a case (the case and its timeline, changed together), and a row a link. The case decides; its link and
/// its place in <see cref="OpenCaseList"/> are written after it and repaired on the next write.
/// </summary>
public sealed class CaseStore(TableServiceClient tables)
{
    private readonly TableClient _cases = tables.GetTableClient(TableNames.Cases);
    private readonly TableClient _links = tables.GetTableClient(TableNames.CaseLinks);
    private readonly OpenCaseList _open = new(tables);

    public async Task<Case?> FindAsync(string id, CancellationToken cancellationToken) => (await ReadAsync(id, cancellationToken))?.Case;

    public async Task<Case?> FindByTokenAsync(string token, CancellationToken cancellationToken)
    {
        if (!LinkToken.IsWellFormed(token))
        {
            return null;
        }
        var link = await _links.GetEntityIfExistsAsync<TableEntity>(LinkKey(token), "link", cancellationToken: cancellationToken);
        return link.HasValue ? await FindAsync(link.Value!.GetString("CaseId"), cancellationToken) : null;
    }

    /// <summary>The case as it stands: the one given where it is new, else the one that was there before.</summary>
    public async Task<Case> OpenAsync(Case opened, CancellationToken cancellationToken)
    {
        var stored = opened;
        try
        {
            var first = new CaseEvent(opened.OpenedAt, CaseEventKind.Opened, "system", null);
            await _cases.SubmitTransactionAsync(
                [new(TableTransactionActionType.Add, CaseRow.Of(opened)), new(TableTransactionActionType.Add, CaseRow.Of(opened.Id, first))], cancellationToken);
        }
        catch (TableTransactionFailedException e) when (e.Status == 409)
        {
            stored = (await FindAsync(opened.Id, cancellationToken))!;
        }
        await _links.UpsertEntityAsync(new TableEntity(LinkKey(stored.Token), "link") { ["CaseId"] = stored.Id }, TableUpdateMode.Replace, cancellationToken);
        await ListAsync(stored, cancellationToken);
        return stored;
    }

    /// <summary>
    /// Changes a case and adds to its timeline in one transaction. The change is computed anew when somebody else was faster;
    /// it may answer null for nothing to do, and no event for what is no news.
    /// </summary>
    public async Task<Case?> ChangeAsync(string id, Func<Case, (Case Next, CaseEvent? Event)?> change, CancellationToken cancellationToken)
    {
        var stands = await ContendedWrite.RunAsync(() => WriteAsync(id, change, cancellationToken), cancellationToken);
        if (stands is not null)
        {
            await ListAsync(stands, cancellationToken);
        }
        return stands;
    }

    /// <summary>Adds to the timeline what changes nothing of the case.</summary>
    public Task NoteAsync(string id, CaseEvent line, CancellationToken cancellationToken) =>
        _cases.UpsertEntityAsync(CaseRow.Of(id, line), TableUpdateMode.Replace, cancellationToken);

    /// <summary>The timeline, oldest first.</summary>
    public async Task<IReadOnlyList<CaseEvent>> TimelineAsync(string id, CancellationToken cancellationToken)
    {
        var events = new List<CaseEvent>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id} and RowKey ge {CaseRow.EventPrefix} and RowKey lt {CaseRow.EventEnd}");
        await foreach (var row in _cases.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            events.Add(CaseRow.ToEvent(row));
        }
        return events;
    }

    /// <summary>Every case there is: a scan, for maintenance and reports only.</summary>
    public async IAsyncEnumerable<Case> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in _cases.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"RowKey eq {CaseRow.RowKey}"), cancellationToken: cancellationToken))
        {
            yield return CaseRow.ToCase(row);
        }
    }

    /// <summary>A digest: keys stand in addresses, and those in the logs of storage.</summary>
    private static string LinkKey(string token) => StableId.Of("case-link", token);

    /// <summary>Two managers at once: who comes second looks again at what the other one did.</summary>
    private async Task<Case?> WriteAsync(string id, Func<Case, (Case Next, CaseEvent? Event)?> change, CancellationToken cancellationToken)
    {
        if (await ReadAsync(id, cancellationToken) is not { } current)
        {
            return null;
        }
        if (change(current.Case) is not { } step)
        {
            return current.Case;
        }
        TableTransactionAction[] line = step.Event is { } news ? [new(TableTransactionActionType.UpsertReplace, CaseRow.Of(id, news))] : [];
        await _cases.SubmitTransactionAsync([new(TableTransactionActionType.UpdateReplace, CaseRow.Of(step.Next), current.ETag), .. line], cancellationToken);
        return step.Next;
    }

    private async Task<(Case Case, ETag ETag)?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        var row = await _cases.GetEntityIfExistsAsync<TableEntity>(id, CaseRow.RowKey, cancellationToken: cancellationToken);
        return row.HasValue ? (CaseRow.ToCase(row.Value!), row.Value!.ETag) : null;
    }

    private Task ListAsync(Case current, CancellationToken cancellationToken) =>
        _open.UpdateAsync(current, async () => await FindAsync(current.Id, cancellationToken) is { IsOpen: true }, cancellationToken);
}
