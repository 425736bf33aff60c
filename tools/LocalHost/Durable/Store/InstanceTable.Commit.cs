using Azure;
using Azure.Data.Tables;

namespace CxFunctions.LocalHost.Durable;

internal sealed partial class InstanceTable
{
    /// <summary>More text than this is written ahead of the transaction (4 MiB at most), which then only points to it.</summary>
    private const int LargestTransaction = 1_000_000;

    private const int MostRows = 90;

    /// <summary>
    /// Puts the step in place as a whole: one request where the new history fits the instance's row, else one entity-group
    /// transaction. What is written ahead of it is not part of the instance until it is committed.
    /// </summary>
    /// <param name="committed">What it follows; null for a new instance.</param>
    /// <param name="commit">Marks the step, so that a repeated request is recognised as done.</param>
    /// <exception cref="ConflictException">Someone else changed, or already made, the instance.</exception>
    public async Task<Instance> CommitAsync(Instance? committed, Instance next, string commit, CancellationToken cancellation)
    {
        var ended = committed is not null && committed.Execution != next.Execution ? committed : null;
        var follows = ended is null ? committed : null;
        var before = follows?.Stored ?? StoredForm.Nowhere;
        var (whole, spills) = await SpillAsync(next, before, cancellation).ConfigureAwait(false);
        var partition = InstanceKey.Partition(next.Id);
        var fresh = HistoryText.Write(whole.History.Skip(before.Lines));
        var (form, rows) = Extend(partition, whole, before with { Spills = spills }, fresh);
        if (rows.Count > MostRows || rows.Count * LongText.PerRow > LargestTransaction)
        {
            await WriteAheadAsync(rows, cancellation).ConfigureAwait(false);
            rows = [];
        }

        var row = InstanceRow.Write(follows, whole, form, commit);
        try
        {
            var etag = await WriteAsync(Action(committed, follows, row), rows, cancellation).ConfigureAwait(false);
            if (ended is not null)
            {
                await SweepAsync(ended, whole, cancellation).ConfigureAwait(false);
            }

            return whole with { Stored = form with { ETag = etag } };
        }
        catch (RequestFailedException conflict) when (conflict.Status is 409 or 412)
        {
            return whole with { Stored = form with { ETag = await OwnAsync(partition, commit, cancellation).ConfigureAwait(false) } };
        }
    }

    private static (StoredForm Form, List<TableEntity> Rows) Extend(string partition, Instance whole, StoredForm before, string fresh)
    {
        var text = before.Tail + fresh;
        var form = before with { Lines = whole.History.Count };
        if (text.Length <= LongText.PerProperty)
        {
            return (form with { Tail = text }, []);
        }

        List<TableEntity> rows = [];
        foreach (var piece in LongText.Cut(text, LongText.PerRow))
        {
            rows.Add(TextRow(partition, InstanceKey.Segment(whole.Execution, before.Segments + rows.Count), piece));
        }

        return (form with { Tail = "", Segments = before.Segments + rows.Count }, rows);
    }

    private static TableEntity TextRow(string partition, string key, string text)
    {
        var row = new TableEntity(partition, key);
        LongText.Put(row, "Text", text);
        return row;
    }

    private static TableTransactionAction Action(Instance? committed, Instance? follows, TableEntity row) =>
        committed is null ? new(TableTransactionActionType.Add, row)
        : new(follows is null ? TableTransactionActionType.UpdateReplace : TableTransactionActionType.UpdateMerge, row, committed.Stored.ETag);

    private async Task<ETag> WriteAsync(TableTransactionAction first, List<TableEntity> segments, CancellationToken cancellation)
    {
        Count();
        if (segments.Count == 0)
        {
            return ETagOf(first.ActionType switch
            {
                TableTransactionActionType.Add => await table.AddEntityAsync(first.Entity, cancellation).ConfigureAwait(false),
                TableTransactionActionType.UpdateMerge => await table.UpdateEntityAsync(first.Entity, first.ETag, TableUpdateMode.Merge, cancellation).ConfigureAwait(false),
                _ => await table.UpdateEntityAsync(first.Entity, first.ETag, TableUpdateMode.Replace, cancellation).ConfigureAwait(false),
            });
        }

        var others = segments.Select(segment => new TableTransactionAction(TableTransactionActionType.UpsertReplace, segment));
        var answers = await table.SubmitTransactionAsync([first, .. others], cancellation).ConfigureAwait(false);
        return ETagOf(answers.Value[0]);
    }

    /// <summary>A conflict with ourselves: the step was committed, only the answer was lost.</summary>
    private async Task<ETag> OwnAsync(string partition, string commit, CancellationToken cancellation) =>
        await GetAsync(partition, InstanceKey.Row, cancellation).ConfigureAwait(false) is { } stored && stored.GetString(InstanceRow.Commit) == commit
            ? stored.ETag
            : throw new ConflictException(InstanceKey.IdOf(partition));

    private async Task WriteAheadAsync(IEnumerable<TableEntity> rows, CancellationToken cancellation)
    {
        foreach (var row in rows)
        {
            Count();
            await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
        }
    }
}
