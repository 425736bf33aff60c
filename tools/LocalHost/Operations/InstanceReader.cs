using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Newtonsoft.Json.Linq;

namespace CxFunctions.LocalHost.Operations;

/// <summary>Reads instances through the official client of the task hub.</summary>
internal sealed class InstanceReader(IDurableClient client)
{
    private const int MostShown = 200;
    private const int MostCounted = 100_000;

    public async Task<IReadOnlyList<InstanceCount>> CountAsync(CancellationToken cancellation) =>
        [.. (await ListAsync(new() { PageSize = 1000, ShowInput = false }, MostCounted, cancellation))
            .CountBy(instance => instance.RuntimeStatus).OrderBy(entry => entry.Key).Select(entry => new InstanceCount(entry.Key, entry.Value))];

    public async Task<IReadOnlyList<InstanceState>> FindAsync(OrchestrationRuntimeStatus? status, string? prefix, CancellationToken cancellation)
    {
        var query = new OrchestrationStatusQueryCondition
        {
            RuntimeStatus = status is { } wanted ? [wanted] : null,
            InstanceIdPrefix = prefix is { Length: > 0 } ? prefix : null,
            PageSize = MostShown,
            ShowInput = false,
        };
        return [.. (await ListAsync(query, MostShown, cancellation)).Select(InstanceState.Of)];
    }

    /// <summary>One instance with its history, or null.</summary>
    public async Task<(InstanceState Instance, IReadOnlyList<HistoryLine> Lines)?> ReadAsync(string id)
    {
        var status = await client.GetStatusAsync(id, showHistory: true, showHistoryOutput: false, showInput: false);
        return status is null ? null : (InstanceState.Of(status), [.. (status.History ?? []).OfType<JObject>().Select(HistoryLine.Of)]);
    }

    private async Task<List<DurableOrchestrationStatus>> ListAsync(OrchestrationStatusQueryCondition query, int most, CancellationToken cancellation)
    {
        var found = new List<DurableOrchestrationStatus>();
        do
        {
            var page = await client.ListInstancesAsync(query, cancellation);
            found.AddRange(page.DurableOrchestrationState);
            query.ContinuationToken = page.ContinuationToken;
        }
        while (query.ContinuationToken is { Length: > 0 } && found.Count < most);
        return found.Count > most ? found[..most] : found;
    }
}
