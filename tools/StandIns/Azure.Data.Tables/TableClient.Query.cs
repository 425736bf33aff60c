using System.Linq.Expressions;

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <summary>A filter whose holes are quoted and escaped: <c>CreateQueryFilter($"PartitionKey eq {key}")</c>.</summary>
    public static string CreateQueryFilter(FormattableString filter) => FilterText.Create(filter);

    public static string CreateQueryFilter<T>(Expression<Func<T, bool>> filter) => FilterExpression.Translate(filter)!;

    /// <summary>Rows that pass the filter, in the order of their keys, a page a request.</summary>
    /// <param name="maxPerPage">1 to 1000; the service's own limit where none is given.</param>
    /// <param name="select">The properties wanted; none given: all.</param>
    public virtual Pageable<T> Query<T>(string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        Pages<T>(filter, maxPerPage, select, cancellationToken).Sync();

    /// <inheritdoc cref="Query{T}(string, int?, IEnumerable{string}, CancellationToken)"/>
    public virtual Pageable<T> Query<T>(Expression<Func<T, bool>> filter, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        Query<T>(FilterExpression.Translate(filter), maxPerPage, select, cancellationToken);

    /// <inheritdoc cref="Query{T}(string, int?, IEnumerable{string}, CancellationToken)"/>
    public virtual AsyncPageable<T> QueryAsync<T>(string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        Pages<T>(filter, maxPerPage, select, cancellationToken);

    /// <inheritdoc cref="Query{T}(string, int?, IEnumerable{string}, CancellationToken)"/>
    public virtual AsyncPageable<T> QueryAsync<T>(Expression<Func<T, bool>> filter, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        QueryAsync<T>(FilterExpression.Translate(filter), maxPerPage, select, cancellationToken);

    private TablePages<T> Pages<T>(string? filter, int? maxPerPage, IEnumerable<string>? select, CancellationToken cancellationToken)
        where T : class, ITableEntity =>
        new(_operations, new EntityQuery<T>(Name, filter, select is null ? null : string.Join(',', select)), maxPerPage, cancellationToken);
}
