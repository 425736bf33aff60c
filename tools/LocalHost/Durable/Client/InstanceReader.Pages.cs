using System.Globalization;
using Azure.Data.Tables;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CxFunctions.LocalHost.Durable;

internal sealed partial class InstanceReader
{
    /// <param name="token">The partition of the last instance of the page before.</param>
    public async Task<Page<OrchestrationMetadata>> PageAsync(OrchestrationQuery query, string? token, int size, CancellationToken cancellation)
    {
        List<OrchestrationMetadata> found = [];
        if (query.TaskHubNames is { } hubs && hubs.Any() && !hubs.Contains(Hub, StringComparer.OrdinalIgnoreCase))
        {
            return new(found);
        }

        var first = token is null ? 0 : int.Parse(token.AsSpan(0, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        for (var shard = first; shard < InstanceKey.Shards; shard++)
        {
            var conditions = Conditions(query) + (shard == first && token is not null ? $" and PartitionKey gt '{token.Replace("'", "''", StringComparison.Ordinal)}'" : "");
            await foreach (var row in table.OutlinesAsync(shard, query.InstanceIdPrefix ?? "", conditions, cancellation).ConfigureAwait(false))
            {
                if (await MetadataAsync(row, query.FetchInputsAndOutputs, cancellation).ConfigureAwait(false) is { } metadata)
                {
                    found.Add(metadata);
                }

                if (found.Count >= size)
                {
                    return new(found, row.PartitionKey);
                }
            }
        }

        return new(found);
    }

    private static string Conditions(OrchestrationQuery query)
    {
        string[] parts =
        [
            query.CreatedFrom is { } from ? $" and CreatedAt ge datetime'{Text(from)}'" : "",
            query.CreatedTo is { } to ? $" and CreatedAt le datetime'{Text(to)}'" : "",
            query.Statuses is { } given && given.ToArray() is { Length: > 0 } statuses
                ? $" and ({string.Join(" or ", statuses.Select(status => $"Status eq '{status}'"))})" : "",
        ];
        return string.Concat(parts);
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The row says all but inputs, outputs and why an instance failed.</summary>
    private async Task<OrchestrationMetadata?> MetadataAsync(TableEntity row, bool withData, CancellationToken cancellation)
    {
        var (id, status) = (InstanceKey.IdOf(row.PartitionKey), InstanceRow.Status(row));
        if (withData || status == OrchestrationRuntimeStatus.Failed)
        {
            return await LoadAsync(id, cancellation).ConfigureAwait(false) is { } instance ? Describe(instance, withData) : null;
        }

        return new(row.GetString("Name") ?? "", id)
        {
            RuntimeStatus = status,
            CreatedAt = row.GetDateTimeOffset("CreatedAt") ?? default,
            LastUpdatedAt = row.GetDateTimeOffset("UpdatedAt") ?? default,
            SerializedCustomStatus = InstanceRow.CustomStatus(row),
        };
    }
}
