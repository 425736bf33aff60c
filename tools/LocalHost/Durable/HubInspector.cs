using Microsoft.DurableTask.Client;

namespace CxFunctions.LocalHost.Durable;

/// <summary>What an operations page shows of a hub. Names, states and times; of inputs and outputs only their lengths.</summary>
public sealed class HubInspector
{
    private readonly InstanceTable _table;
    private readonly InstanceReader _reader;
    private readonly AlarmClock _alarms;

    internal HubInspector(InstanceTable table, InstanceReader reader, AlarmClock alarms) => (_table, _reader, _alarms) = (table, reader, alarms);

    /// <summary>How many instances wait for a time to come.</summary>
    public int WaitingForTime => _alarms.Count;

    /// <summary>Reads the outline of every instance: for a page that a person asks for, not for a request path.</summary>
    public async Task<IReadOnlyDictionary<OrchestrationRuntimeStatus, int>> CountByStatusAsync(CancellationToken cancellation)
    {
        Dictionary<OrchestrationRuntimeStatus, int> counts = [];
        for (var shard = 0; shard < InstanceKey.Shards; shard++)
        {
            await foreach (var row in _table.OutlinesAsync(shard, "", "", cancellation).ConfigureAwait(false))
            {
                var status = InstanceRow.Status(row);
                counts[status] = counts.GetValueOrDefault(status) + 1;
            }
        }

        return counts;
    }

    /// <returns>Null where there is no such instance.</returns>
    public async Task<IReadOnlyList<HistoryLine>?> HistoryAsync(string instanceId, CancellationToken cancellation) =>
        await _reader.LoadAsync(instanceId, cancellation).ConfigureAwait(false) is { } instance ? [.. HistoryLine.Of(instance)] : null;
}
