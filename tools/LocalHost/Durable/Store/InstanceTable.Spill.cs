using Azure;

namespace CxFunctions.LocalHost.Durable;

internal sealed partial class InstanceTable
{
    /// <summary>Texts longer than this stand beside the history, so that a step stays small.</summary>
    private const int LongestInline = 16_000;

    private async Task<(Instance Whole, int Spills)> SpillAsync(Instance next, StoredForm before, CancellationToken cancellation)
    {
        var spills = before.Spills;
        if (!next.History.Skip(before.Lines).Any(IsTooLong))
        {
            return (next, spills);
        }

        List<HistoryEvent> history = [.. next.History];
        for (var index = before.Lines; index < history.Count; index++)
        {
            if (IsTooLong(history[index]))
            {
                string[] pieces = [.. LongText.Cut(history[index].Data!, LongText.PerRow)];
                var spilled = new SpilledText($"{next.Execution}-{Number(spills++)}", pieces.Length);
                var rows = pieces.Select((piece, row) => TextRow(InstanceKey.Partition(next.Id), InstanceKey.Spill(spilled, row), piece));
                await WriteAheadAsync(rows, cancellation).ConfigureAwait(false);
                history[index] = history[index] with { Spilled = spilled };
            }
        }

        return (next with { History = HistoryList.From(history) }, spills);
    }

    /// <summary>Takes away what only the generation before needed. What a kill leaves here goes with the instance's purge.</summary>
    private async Task SweepAsync(Instance ended, Instance next, CancellationToken cancellation)
    {
        var kept = next.History.Select(item => item.Spilled?.Key).ToHashSet();
        var rows = Enumerable.Range(0, ended.Stored.Segments).Select(number => InstanceKey.Segment(ended.Execution, number))
            .Concat(ended.History.Where(item => item.Spilled is { } text && !kept.Contains(text.Key)).SelectMany(item => Rows(item.Spilled!)));
        foreach (var row in rows)
        {
            Count();
            await table.DeleteEntityAsync(InstanceKey.Partition(ended.Id), row, ETag.All, cancellation).ConfigureAwait(false);
        }
    }

    private static bool IsTooLong(HistoryEvent item) => item.Spilled is null && item.Data is { Length: > LongestInline };
}
