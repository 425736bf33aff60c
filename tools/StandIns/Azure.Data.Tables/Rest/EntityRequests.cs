using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>The requests that change one row.</summary>
internal static class EntityRequests
{
    [ThreadStatic]
    private static Utf8JsonWriter? t_writer;

    public static HttpMessage Add(TableOperations operations, string table, ITableEntity entity)
    {
        var message = operations.CreateMessage(RequestMethod.Post, $"/{table}", Body(entity));
        message.Request.Headers.Add("Prefer", "return-no-content");
        return message;
    }

    /// <summary>Without an ETag the row is written whether it exists or not.</summary>
    public static HttpMessage Put(TableOperations operations, string table, ITableEntity entity, TableUpdateMode mode, ETag ifMatch)
    {
        var body = Body(entity);
        var message = operations.CreateMessage(Method(mode), TablePaths.Row(table, entity.PartitionKey, entity.RowKey), body);
        if (ifMatch != default)
        {
            message.Request.Headers.Add(HttpHeader.Names.IfMatch, ifMatch.ToString());
        }
        return message;
    }

    public static HttpMessage Delete(TableOperations operations, string table, string partitionKey, string rowKey, ETag ifMatch)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        var message = operations.CreateMessage(RequestMethod.Delete, TablePaths.Row(table, partitionKey, rowKey));
        message.Request.Headers.Add(HttpHeader.Names.IfMatch, (ifMatch == default ? ETag.All : ifMatch).ToString());
        return message;
    }

    /// <exception cref="ArgumentException">The mode is neither merge nor replace.</exception>
    public static RequestMethod Method(TableUpdateMode mode) => mode switch
    {
        TableUpdateMode.Merge => RequestMethod.Patch,
        TableUpdateMode.Replace => RequestMethod.Put,
        _ => throw new ArgumentException($"Unexpected value for {nameof(mode)}: {mode}"),
    };

    /// <summary>A writer of this thread onto a body; to be used up before the next one is asked for.</summary>
    public static Utf8JsonWriter Writer(PooledContent body)
    {
        var writer = t_writer ??= new(body, EntityJson.WriterOptions);
        writer.Reset(body);
        return writer;
    }

    private static PooledContent Body(ITableEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(entity.PartitionKey);
        ArgumentNullException.ThrowIfNull(entity.RowKey);
        var body = new PooledContent();
        EntityJson.Write(Writer(body), entity);
        return body;
    }
}
