using System.Text;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>
/// The body of an entity group transaction: one change set of single requests, each a part of its own, written straight
/// into the buffer that is sent. The service wants the boundaries to begin as they do here.
/// </summary>
internal sealed class BatchBody(Uri endpoint, string table) : IDisposable
{
    private readonly PooledContent _body = new();
    private readonly string _batch = $"batch_{Guid.NewGuid()}";
    private readonly string _changes = $"changeset_{Guid.NewGuid()}";
    private readonly string _root = endpoint.AbsoluteUri.TrimEnd('/');

    public int Count { get; private set; }

    public string ContentType => $"multipart/mixed; boundary={_batch}";

    public void Add(TableTransactionAction action)
    {
        if (Count++ == 0)
        {
            Write($"--{_batch}\r\nContent-Type: multipart/mixed; boundary={_changes}\r\n\r\n");
        }
        Write($"--{_changes}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
        var entity = action.Entity;
        switch (action.ActionType)
        {
            case TableTransactionActionType.Add:
                Write($"POST {_root}/{table} HTTP/1.1\r\nPrefer: return-no-content\r\n");
                WriteEntity(entity, default);
                break;
            case TableTransactionActionType.Delete:
                Write($"DELETE {_root}{Row(entity)} HTTP/1.1\r\n");
                Write($"Accept: application/json;odata=minimalmetadata\r\nDataServiceVersion: 3.0\r\n{IfMatch(action.ETag == default ? ETag.All : action.ETag)}\r\n");
                break;
            case TableTransactionActionType.UpdateMerge:
                WriteChange(RequestMethod.Patch, entity, action.ETag);
                break;
            case TableTransactionActionType.UpdateReplace:
                WriteChange(RequestMethod.Put, entity, action.ETag);
                break;
            case TableTransactionActionType.UpsertMerge:
                WriteChange(RequestMethod.Patch, entity, default);
                break;
            case TableTransactionActionType.UpsertReplace:
                WriteChange(RequestMethod.Put, entity, default);
                break;
            default:
                throw new InvalidOperationException("Unknown request type.");
        }
    }

    public PooledContent Close()
    {
        Write($"--{_changes}--\r\n--{_batch}--\r\n");
        return _body;
    }

    public void Dispose() => _body.Dispose();

    private static string IfMatch(ETag etag) => etag == default ? "" : $"If-Match: {etag}\r\n";

    private string Row(ITableEntity entity) => TablePaths.Row(table, entity.PartitionKey, entity.RowKey);

    private void WriteChange(RequestMethod method, ITableEntity entity, ETag etag)
    {
        Write($"{method} {_root}{Row(entity)} HTTP/1.1\r\n");
        WriteEntity(entity, etag);
    }

    private void WriteEntity(ITableEntity entity, ETag etag)
    {
        Write($"Content-Type: application/json\r\nAccept: application/json;odata=minimalmetadata\r\nDataServiceVersion: 3.0\r\n{IfMatch(etag)}\r\n");
        EntityJson.Write(EntityRequests.Writer(_body), entity);
        Write("\r\n");
    }

    private void Write(string text) =>
        _body.Advance(Encoding.UTF8.GetBytes(text, _body.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));
}
