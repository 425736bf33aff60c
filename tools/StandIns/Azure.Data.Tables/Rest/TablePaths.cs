namespace Azure.Data.Tables;

/// <summary>Paths and bodies that name tables and rows. A quote within a key is doubled, then everything is percent-encoded.</summary>
internal static class TablePaths
{
    public const string Tables = "/Tables";

    public static string Table(string table) => $"/Tables('{Uri.EscapeDataString(table)}')";

    public static string Row(string table, string partitionKey, string rowKey) =>
        $"/{table}(PartitionKey='{Key(partitionKey)}',RowKey='{Key(rowKey)}')";

    private static string Key(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
