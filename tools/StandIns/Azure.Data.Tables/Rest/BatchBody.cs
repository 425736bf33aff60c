using System.Text;

namespace Azure.Data.Tables;

/// <summary>
/// The body of an entity group transaction: one change set of single requests, each a part of its own, written straight
/// into the buffer that is sent. The service wants the boundaries to begin as they do here.
/// </summary>
internal sealed class BatchBody(Uri endpoint, string table) : IDisposable
{
    private static readonly byte[] Newline = "\r\n"u8.ToArray();
    private static readonly byte[] RequestLineEnd = " HTTP/1.1\r\n"u8.ToArray();
    private static readonly byte[] Preferences = "Accept: application/json;odata=minimalmetadata\r\nDataServiceVersion: 3.0\r\n"u8.ToArray();
    private static readonly byte[] ReturnNothing = "Prefer: return-no-content\r\n"u8.ToArray();
    private static readonly byte[] IsJson = "Content-Type: application/json\r\n"u8.ToArray();

    private readonly PooledContent _body = new();
    private readonly string _batch = $"batch_{Guid.NewGuid()}";
    private readonly string _changes = $"changeset_{Guid.NewGuid()}";
    private readonly string _root = endpoint.AbsoluteUri.TrimEnd('/');
    private byte[] _partHead = [];

    public int Count { get; private set; }

    public string ContentType => $"multipart/mixed; boundary={_batch}";

    public void Add(TableTransactionAction action)
    {
        if (Count++ == 0)
        {
            Write($"--{_batch}\r\nContent-Type: multipart/mixed; boundary={_changes}\r\n\r\n");
            _partHead = Encoding.UTF8.GetBytes($"--{_changes}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
        }
        Write(_partHead);
        var entity = action.Entity;
        switch (action.ActionType)
        {
            case TableTransactionActionType.Add: WriteAdd(entity); break;
            case TableTransactionActionType.Delete: WriteDelete(entity, action.ETag == default ? ETag.All : action.ETag); break;
            case TableTransactionActionType.UpdateMerge: WriteChange("PATCH ", entity, action.ETag); break;
            case TableTransactionActionType.UpdateReplace: WriteChange("PUT ", entity, action.ETag); break;
            case TableTransactionActionType.UpsertMerge: WriteChange("PATCH ", entity, default); break;
            case TableTransactionActionType.UpsertReplace: WriteChange("PUT ", entity, default); break;
            default: throw new InvalidOperationException("Unknown request type.");
        }
    }

    public PooledContent Close()
    {
        Write($"--{_changes}--\r\n--{_batch}--\r\n");
        return _body;
    }

    public void Dispose() => _body.Dispose();

    private void WriteAdd(ITableEntity entity)
    {
        Write("POST ");
        Write(_root);
        Write("/");
        Write(table);
        Write(RequestLineEnd);
        Write(ReturnNothing);
        WriteEntity(entity);
    }

    private void WriteDelete(ITableEntity entity, ETag etag)
    {
        WriteRow("DELETE ", entity);
        Write(Preferences);
        WriteIfMatch(etag);
        Write(Newline);
    }

    // Without an ETag the row is written whether it exists or not.
    private void WriteChange(string verb, ITableEntity entity, ETag etag)
    {
        WriteRow(verb, entity);
        WriteIfMatch(etag);
        WriteEntity(entity);
    }

    private void WriteRow(string verb, ITableEntity entity)
    {
        Write(verb);
        Write(_root);
        Write(TablePaths.Row(table, entity.PartitionKey, entity.RowKey));
        Write(RequestLineEnd);
    }

    private void WriteIfMatch(ETag etag)
    {
        if (etag != default)
        {
            Write("If-Match: ");
            Write(etag.ToString());
            Write(Newline);
        }
    }

    private void WriteEntity(ITableEntity entity)
    {
        Write(IsJson);
        Write(Preferences);
        Write(Newline);
        EntityJson.Write(EntityRequests.Writer(_body), entity);
        Write(Newline);
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_body.GetSpan(bytes.Length));
        _body.Advance(bytes.Length);
    }

    private void Write(string text) =>
        _body.Advance(Encoding.UTF8.GetBytes(text, _body.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));
}
