namespace CxFunctions.Bench.Measuring;

/// <summary>Who a request serves.</summary>
internal enum StorageGroup
{
    EngineQueues,
    EngineTables,
    EngineBlobs,
    AppQueues,
    AppTables,

    /// <summary>Locks and keys of the Functions host itself.</summary>
    Host,
}

internal static class StorageGroups
{
    /// <param name="operation">The request.</param>
    /// <param name="hub">The task hub, as host.json names it: all that the durable engine keeps begins with it.</param>
    public static StorageGroup Of(StorageOperation operation, string hub)
    {
        var isEngine = operation.Name.StartsWith(hub, StringComparison.OrdinalIgnoreCase);
        return operation.Service switch
        {
            "queue" => isEngine ? StorageGroup.EngineQueues : StorageGroup.AppQueues,
            "table" => isEngine ? StorageGroup.EngineTables : StorageGroup.AppTables,
            _ => isEngine ? StorageGroup.EngineBlobs : StorageGroup.Host,
        };
    }
}
