using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

/// <summary>What one page is asked for by, and how it is read: rows of a table, or the tables of an account.</summary>
internal abstract class PageQuery<T>(string? filter) where T : notnull
{
    public abstract string Operation { get; }

    public HttpMessage CreateMessage(TableOperations operations, string? continuation, int? top)
    {
        var message = operations.CreateMessage(RequestMethod.Get, Path);
        var uri = message.Request.Uri;
        if (top is { } count)
        {
            uri.AppendQuery("$top", count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
        if (!string.IsNullOrEmpty(filter))
        {
            uri.AppendQuery("$filter", filter);
        }
        Extend(uri, continuation);
        return message;
    }

    public abstract List<T> Read(ReadOnlySpan<byte> json);

    /// <summary>Where the next page starts; null where this was the last.</summary>
    public abstract string? Continuation(Response response);

    protected abstract string Path { get; }

    protected abstract void Extend(RequestUriBuilder uri, string? continuation);
}

internal sealed class EntityQuery<T>(string table, string? filter, string? select) : PageQuery<T>(filter)
    where T : class, ITableEntity
{
    public override string Operation => "TableClient.Query";

    protected override string Path => $"/{table}()";

    public override List<T> Read(ReadOnlySpan<byte> json) => EntityJson.ReadPage<T>(json);

    // The service encodes the keys it names, so a space cannot be part of them and parts the two.
    public override string? Continuation(Response response)
    {
        var partition = response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var pk) ? pk : null;
        var row = response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out var rk) ? rk : null;
        return partition is null && row is null ? null : $"{partition} {row}";
    }

    protected override void Extend(RequestUriBuilder uri, string? continuation)
    {
        if (select is not null)
        {
            uri.AppendQuery("$select", select);
        }
        if (continuation is null || continuation.Length <= 1)
        {
            return;
        }
        var parts = continuation.Split(' ', 2);
        uri.AppendQuery("NextPartitionKey", parts[0]);
        if (parts.Length > 1 && parts[1].Length > 0)
        {
            uri.AppendQuery("NextRowKey", parts[1]);
        }
    }
}

internal sealed class TableListQuery(string? filter) : PageQuery<TableItem>(filter)
{
    public override string Operation => "TableServiceClient.Query";

    protected override string Path => TablePaths.Tables;

    public override List<TableItem> Read(ReadOnlySpan<byte> json)
    {
        var tables = new List<TableItem>();
        var reader = new Utf8JsonReader(json);
        EntityJson.MoveToValue(ref reader);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("TableName"u8))
            {
                reader.Read();
                tables.Add(new(reader.GetString()!));
            }
        }
        return tables;
    }

    public override string? Continuation(Response response) =>
        response.Headers.TryGetValue("x-ms-continuation-NextTableName", out var next) ? next : null;

    protected override void Extend(RequestUriBuilder uri, string? continuation)
    {
        if (!string.IsNullOrEmpty(continuation))
        {
            uri.AppendQuery("NextTableName", continuation);
        }
    }
}
