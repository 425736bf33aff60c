using Azure.Data.Tables;
using CxFunctions.LocalHost.Durable;

namespace CxFunctions.Tests.Unit.Durable;

/// <summary>The instances' rows without a storage: what a step writes is merged into its row column by column, as a table does.</summary>
internal sealed class PureStore
{
    private readonly Dictionary<string, TableEntity> _rows = [];

    /// <summary>What an engine reads at its start.</summary>
    public IEnumerable<(string Id, DateTime? Due, bool Work)> Unfinished => _rows
        .Where(row => row.Value.GetBoolean(InstanceRow.Live) == true)
        .Select(row => (row.Key, InstanceRow.DueAt(row.Value), row.Value.GetBoolean(InstanceRow.Work) ?? false));

    public Instance? Find(string id) => _rows.TryGetValue(id, out var row) ? InstanceRow.Read(row, older: "") : null;

    public void Commit(Instance next)
    {
        var follows = Find(next.Id) is { } known && known.Execution == next.Execution ? known : null;
        var form = StoredForm.Nowhere with { Tail = HistoryText.Write(next.History), Lines = next.History.Count };
        var written = InstanceRow.Write(follows, next, form, commit: "");
        if (follows is null)
        {
            _rows[next.Id] = written;
        }

        foreach (var (column, value) in written)
        {
            _rows[next.Id][column] = value;
        }

        Check(next, _rows[next.Id]);
    }

    /// <summary>However often a row was merged into, it says what one would that is written whole.</summary>
    private static void Check(Instance next, TableEntity row)
    {
        var read = InstanceRow.Read(row, older: "");
        Assert.Equal(
            (next.Name, next.Version, next.Status, next.CreatedAt, next.UpdatedAt, next.CustomStatus, next.Delivered),
            (read.Name, read.Version, read.Status, read.CreatedAt, read.UpdatedAt, read.CustomStatus, read.Delivered));
        Assert.Equal(next.Heard.OrderBy(sender => sender.Key), read.Heard.OrderBy(sender => sender.Key));
        Assert.Equal(NextDue.Of(next), InstanceRow.DueAt(row));
        Assert.Equal(NextDue.HasWork(next), row.GetBoolean(InstanceRow.Work));
        Assert.Equal(NextDue.HasWork(next) || !next.IsOver, row.GetBoolean(InstanceRow.Live));
    }
}
