using Azure.Core;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

/// <summary>One table: its rows read, written, queried and changed together. Safe for use by many threads; make one and keep it.</summary>
/// <remarks>Every call throws <see cref="RequestFailedException"/> with status and error code where the service refuses it.</remarks>
public partial class TableClient
{
    private readonly TableOperations _operations;

    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, null)
    {
    }

    public TableClient(string connectionString, string tableName, TableClientOptions? options = null)
        : this(TableOperations.Create(connectionString, options), tableName)
    {
    }

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential)
        : this(endpoint, tableName, credential, null)
    {
    }

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential, TableClientOptions? options = null)
        : this(TableOperations.Create(endpoint, credential, options), tableName)
    {
    }

    public TableClient(Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions? options = null)
        : this(TableOperations.Create(endpoint, tokenCredential, options), tableName)
    {
    }

    internal TableClient(TableOperations operations, string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        _operations = operations;
        Name = tableName;
    }

    // For a mock that overrides what it needs.
    protected TableClient()
    {
        _operations = null!;
        Name = null!;
    }

    public virtual string Name { get; }

    public virtual string AccountName => _operations.AccountName;

    public virtual Uri Uri => new($"{_operations.Endpoint.AbsoluteUri.TrimEnd('/')}/{Name}");

    public virtual Response<TableItem> Create(CancellationToken cancellationToken = default) =>
        _operations.CreateTable(Name, ifNotExists: false, cancellationToken);

    public virtual Task<Response<TableItem>> CreateAsync(CancellationToken cancellationToken = default) =>
        _operations.CreateTableAsync(Name, ifNotExists: false, cancellationToken);

    /// <summary>Creates the table, or finds it there already. A table that is being deleted is a failure all the same.</summary>
    public virtual Response<TableItem> CreateIfNotExists(CancellationToken cancellationToken = default) =>
        _operations.CreateTable(Name, ifNotExists: true, cancellationToken);

    /// <inheritdoc cref="CreateIfNotExists"/>
    public virtual Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        _operations.CreateTableAsync(Name, ifNotExists: true, cancellationToken);

    /// <summary>Deletes the table with all its rows; where there is none, answers 404 without throwing.</summary>
    public virtual Response Delete(CancellationToken cancellationToken = default) =>
        _operations.DeleteTable(Name, cancellationToken);

    /// <inheritdoc cref="Delete"/>
    public virtual Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        _operations.DeleteTableAsync(Name, cancellationToken);
}
