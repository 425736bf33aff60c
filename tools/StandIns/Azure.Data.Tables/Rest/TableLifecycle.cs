using Azure.Core;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

/// <summary>Tables made and deleted.</summary>
internal static class TableLifecycle
{
    private const int Conflict = 409;

    public static Response<TableItem> CreateTable(this TableOperations operations, string table, bool ifNotExists, CancellationToken cancellationToken)
    {
        using var message = CreateMessage(operations, table);
        return Created(operations.Send(message, Operation(ifNotExists), 204, ifNotExists ? Conflict : 201, cancellationToken), table);
    }

    public static async Task<Response<TableItem>> CreateTableAsync(this TableOperations operations, string table, bool ifNotExists, CancellationToken cancellationToken)
    {
        using var message = CreateMessage(operations, table);
        return Created(await operations.SendAsync(message, Operation(ifNotExists), 204, ifNotExists ? Conflict : 201, cancellationToken).ConfigureAwait(false), table);
    }

    public static Response DeleteTable(this TableOperations operations, string table, CancellationToken cancellationToken)
    {
        using var message = operations.CreateMessage(RequestMethod.Delete, TablePaths.Table(table));
        return operations.Send(message, "TableClient.Delete", 204, 404, cancellationToken);
    }

    public static async Task<Response> DeleteTableAsync(this TableOperations operations, string table, CancellationToken cancellationToken)
    {
        using var message = operations.CreateMessage(RequestMethod.Delete, TablePaths.Table(table));
        return await operations.SendAsync(message, "TableClient.Delete", 204, 404, cancellationToken).ConfigureAwait(false);
    }

    private static string Operation(bool ifNotExists) => ifNotExists ? "TableClient.CreateIfNotExists" : "TableClient.Create";

    private static HttpMessage CreateMessage(TableOperations operations, string table)
    {
        ArgumentException.ThrowIfNullOrEmpty(table);
        var body = new PooledContent();
        var writer = EntityRequests.Writer(body);
        writer.WriteStartObject();
        writer.WriteString("TableName"u8, table);
        writer.WriteEndObject();
        writer.Flush();
        var message = operations.CreateMessage(RequestMethod.Post, TablePaths.Tables, body);
        message.Request.Headers.Add("Prefer", "return-no-content");
        return message;
    }

    // A conflict other than «it exists», such as a deletion still under way, is a failure.
    private static Response<TableItem> Created(Response response, string table)
    {
        if (response.Status == Conflict)
        {
            var failure = new RequestFailedException(response);
            if (failure.ErrorCode is null || failure.ErrorCode != TableErrorCode.TableAlreadyExists)
            {
                throw failure;
            }
        }
        return Response.FromValue(new TableItem(table), response);
    }
}
