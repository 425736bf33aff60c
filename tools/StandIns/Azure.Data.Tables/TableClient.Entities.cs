using Azure.Core;

namespace Azure.Data.Tables;

// Each call exists twice, waiting and not, over one request and one reading of the answer.
public partial class TableClient
{
    private const int NotFound = 404;

    /// <summary>The row; a missing one throws with status 404.</summary>
    public virtual Response<T> GetEntity<T>(string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        using var message = GetMessage(partitionKey, rowKey, select);
        return Row<T>(_operations.Send(message, "TableClient.GetEntity", 200, 200, cancellationToken));
    }

    /// <inheritdoc cref="GetEntity"/>
    public virtual async Task<Response<T>> GetEntityAsync<T>(string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        using var message = GetMessage(partitionKey, rowKey, select);
        return Row<T>(await _operations.SendAsync(message, "TableClient.GetEntity", 200, 200, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The row, or an answer without a value where there is none.</summary>
    public virtual NullableResponse<T> GetEntityIfExists<T>(string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        using var message = GetMessage(partitionKey, rowKey, select);
        return RowOrNone<T>(_operations.Send(message, "TableClient.GetEntityIfExists", 200, NotFound, cancellationToken));
    }

    /// <inheritdoc cref="GetEntityIfExists"/>
    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        using var message = GetMessage(partitionKey, rowKey, select);
        return RowOrNone<T>(await _operations.SendAsync(message, "TableClient.GetEntityIfExists", 200, NotFound, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Adds a new row; one of the same keys is a failure with status 409. The row's new ETag is in the answer's headers.</summary>
    public virtual Response AddEntity<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        using var message = EntityRequests.Add(_operations, Name, entity);
        return _operations.Send(message, "TableClient.AddEntity", 204, 201, cancellationToken);
    }

    /// <inheritdoc cref="AddEntity"/>
    public virtual async Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        using var message = EntityRequests.Add(_operations, Name, entity);
        return await _operations.SendAsync(message, "TableClient.AddEntity", 204, 201, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes the row whether it exists or not.</summary>
    public virtual Response UpsertEntity<T>(T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        using var message = EntityRequests.Put(_operations, Name, entity, mode, default);
        return _operations.Send(message, "TableClient.UpsertEntity", 204, 204, cancellationToken);
    }

    /// <inheritdoc cref="UpsertEntity"/>
    public virtual async Task<Response> UpsertEntityAsync<T>(T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        using var message = EntityRequests.Put(_operations, Name, entity, mode, default);
        return await _operations.SendAsync(message, "TableClient.UpsertEntity", 204, 204, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Changes an existing row. Another version of it than <paramref name="ifMatch"/> is a failure with status 412.</summary>
    /// <param name="ifMatch">The version the row must have; <see cref="ETag.All"/> for any.</param>
    public virtual Response UpdateEntity<T>(T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        using var message = UpdateMessage(entity, ifMatch, mode);
        return _operations.Send(message, "TableClient.UpdateEntity", 204, 204, cancellationToken);
    }

    /// <inheritdoc cref="UpdateEntity"/>
    public virtual async Task<Response> UpdateEntityAsync<T>(T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        using var message = UpdateMessage(entity, ifMatch, mode);
        return await _operations.SendAsync(message, "TableClient.UpdateEntity", 204, 204, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes a row; where there is none, answers 404 without throwing.</summary>
    /// <param name="ifMatch">The version the row must have, else 412; none given: any.</param>
    public virtual Response DeleteEntity(string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        using var message = EntityRequests.Delete(_operations, Name, partitionKey, rowKey, ifMatch);
        return _operations.Send(message, "TableClient.DeleteEntity", 204, NotFound, cancellationToken);
    }

    /// <inheritdoc cref="DeleteEntity(string, string, ETag, CancellationToken)"/>
    public virtual async Task<Response> DeleteEntityAsync(string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        using var message = EntityRequests.Delete(_operations, Name, partitionKey, rowKey, ifMatch);
        return await _operations.SendAsync(message, "TableClient.DeleteEntity", 204, NotFound, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc cref="DeleteEntity(string, string, ETag, CancellationToken)"/>
    public virtual Response DeleteEntity(ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return DeleteEntity(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);
    }

    /// <inheritdoc cref="DeleteEntity(string, string, ETag, CancellationToken)"/>
    public virtual Task<Response> DeleteEntityAsync(ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);
    }

    private static Response<T> Row<T>(Response response) where T : class, ITableEntity =>
        Response.FromValue(EntityJson.Read<T>(response.Content.ToMemory().Span), response);

    private static NullableResponse<T> RowOrNone<T>(Response response) where T : class, ITableEntity =>
        response.Status == NotFound ? new NoRow<T>(response) : Row<T>(response);

    private HttpMessage GetMessage(string partitionKey, string rowKey, IEnumerable<string>? select)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        var message = _operations.CreateMessage(RequestMethod.Get, TablePaths.Row(Name, partitionKey, rowKey));
        if (select is not null)
        {
            message.Request.Uri.AppendQuery("$select", string.Join(',', select));
        }
        return message;
    }

    private HttpMessage UpdateMessage(ITableEntity entity, ETag ifMatch, TableUpdateMode mode)
    {
        if (ifMatch == default)
        {
            throw new ArgumentException("Value cannot be empty.", nameof(ifMatch));
        }
        return EntityRequests.Put(_operations, Name, entity, mode, ifMatch);
    }

    private sealed class NoRow<T>(Response response) : NullableResponse<T>
    {
        public override bool HasValue => false;

        public override T Value => throw new InvalidOperationException($"NullableResponse<{typeof(T).Name}> has no value.");

        public override Response GetRawResponse() => response;
    }
}
