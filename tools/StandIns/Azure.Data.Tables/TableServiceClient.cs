using System.Linq.Expressions;
using Azure.Core;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

/// <summary>The tables of one account. Safe for use by many threads; its table clients share its connections.</summary>
public class TableServiceClient
{
    private readonly TableOperations _operations;

    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    public TableServiceClient(string connectionString, TableClientOptions? options = null) =>
        _operations = TableOperations.Create(connectionString, options);

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential)
        : this(endpoint, credential, null)
    {
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options) =>
        _operations = TableOperations.Create(endpoint, credential, options);

    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null) =>
        _operations = TableOperations.Create(endpoint, tokenCredential, options);

    // For a mock that overrides what it needs.
    protected TableServiceClient() => _operations = null!;

    public virtual string AccountName => _operations.AccountName;

    public virtual Uri Uri => _operations.Endpoint;

    public static string CreateQueryFilter(FormattableString filter) => FilterText.Create(filter);

    public virtual TableClient GetTableClient(string tableName) => new(_operations, tableName);

    public virtual Response<TableItem> CreateTable(string tableName, CancellationToken cancellationToken = default) =>
        _operations.CreateTable(tableName, ifNotExists: false, cancellationToken);

    public virtual Task<Response<TableItem>> CreateTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        _operations.CreateTableAsync(tableName, ifNotExists: false, cancellationToken);

    public virtual Response<TableItem> CreateTableIfNotExists(string tableName, CancellationToken cancellationToken = default) =>
        _operations.CreateTable(tableName, ifNotExists: true, cancellationToken);

    public virtual Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default) =>
        _operations.CreateTableAsync(tableName, ifNotExists: true, cancellationToken);

    /// <summary>Deletes the table with all its rows; where there is none, answers 404 without throwing.</summary>
    public virtual Response DeleteTable(string tableName, CancellationToken cancellationToken = default) =>
        _operations.DeleteTable(tableName, cancellationToken);

    /// <inheritdoc cref="DeleteTable"/>
    public virtual Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        _operations.DeleteTableAsync(tableName, cancellationToken);

    public virtual Pageable<TableItem> Query(string? filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        new TablePages<TableItem>(_operations, new TableListQuery(filter), maxPerPage, cancellationToken).Sync();

    public virtual Pageable<TableItem> Query(FormattableString filter, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        Query(FilterText.Create(filter), maxPerPage, cancellationToken);

    public virtual Pageable<TableItem> Query(Expression<Func<TableItem, bool>> filter, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        Query(FilterExpression.Translate(filter), maxPerPage, cancellationToken);

    public virtual AsyncPageable<TableItem> QueryAsync(string? filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        new TablePages<TableItem>(_operations, new TableListQuery(filter), maxPerPage, cancellationToken);

    public virtual AsyncPageable<TableItem> QueryAsync(FormattableString filter, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        QueryAsync(FilterText.Create(filter), maxPerPage, cancellationToken);

    public virtual AsyncPageable<TableItem> QueryAsync(Expression<Func<TableItem, bool>> filter, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        QueryAsync(FilterExpression.Translate(filter), maxPerPage, cancellationToken);
}
