using Azure.Data.Tables;
using Azure.Storage.Queues;
using Microsoft.Extensions.Hosting;

namespace CxFunctions.Foundation;

/// <summary>
/// Creates what is missing among tables and queues before the first trigger runs. In Azure the templates have made them
/// already and this costs one listing each.
/// </summary>
internal sealed class StoragePreparation(TableServiceClient tables, QueueServiceClient queues) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var missingTables = TableNames.All.ToHashSet(StringComparer.OrdinalIgnoreCase);
        await foreach (var table in tables.QueryAsync((string?)null, cancellationToken: cancellationToken))
        {
            missingTables.Remove(table.Name);
        }
        var missingQueues = QueueNames.All.ToHashSet(StringComparer.Ordinal);
        await foreach (var queue in queues.GetQueuesAsync(cancellationToken: cancellationToken))
        {
            missingQueues.Remove(queue.Name);
        }
        foreach (var table in missingTables)
        {
            await tables.CreateTableIfNotExistsAsync(table, cancellationToken);
        }
        foreach (var queue in missingQueues)
        {
            await queues.GetQueueClient(queue).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
