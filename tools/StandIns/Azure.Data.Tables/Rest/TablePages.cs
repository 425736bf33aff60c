namespace Azure.Data.Tables;

/// <summary>The pages of a query, fetched as they are asked for.</summary>
internal sealed class TablePages<T>(TableOperations operations, PageQuery<T> query, int? maxPerPage, CancellationToken cancellationToken)
    : AsyncPageable<T>(cancellationToken) where T : notnull
{
    public override async IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        do
        {
            using var message = query.CreateMessage(operations, continuationToken, pageSizeHint ?? maxPerPage);
            var page = Read(await operations.SendAsync(message, query.Operation, 200, 200, CancellationToken).ConfigureAwait(false));
            yield return page;
            continuationToken = page.ContinuationToken;
        }
        while (continuationToken is not null);
    }

    public Pageable<T> Sync() => new SyncPages(this);

    private Page<T> Read(Response response) =>
        Page<T>.FromValues(query.Read(response.Content.ToMemory().Span), query.Continuation(response), response);

    private sealed class SyncPages(TablePages<T> pages) : Pageable<T>(pages.CancellationToken)
    {
        public override IEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
            pages.Fetch(continuationToken, pageSizeHint);
    }

    private IEnumerable<Page<T>> Fetch(string? continuationToken, int? pageSizeHint)
    {
        do
        {
            using var message = query.CreateMessage(operations, continuationToken, pageSizeHint ?? maxPerPage);
            var page = Read(operations.Send(message, query.Operation, 200, 200, CancellationToken));
            yield return page;
            continuationToken = page.ContinuationToken;
        }
        while (continuationToken is not null);
    }
}
