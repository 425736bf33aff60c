namespace Azure.Data.Tables;

/// <summary>What every row has: its two keys, the time of its last change and its ETag, both set by the service.</summary>
public interface ITableEntity
{
    /// <summary>At most 1 KiB; no <c>/ \ # ?</c> and no control characters.</summary>
    string PartitionKey { get; set; }

    /// <summary>At most 1 KiB; no <c>/ \ # ?</c> and no control characters.</summary>
    string RowKey { get; set; }

    DateTimeOffset? Timestamp { get; set; }

    ETag ETag { get; set; }
}
