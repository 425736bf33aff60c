using Azure;
using Azure.Data.Tables;

namespace CxFunctions.Tests.Contract.Tables;

public sealed class PagingTests(TableStorage storage)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task More_rows_than_a_page_holds_come_in_several_and_in_order()
    {
        var table = await FilledAsync(2_350);
        var pages = await table.QueryAsync<TableEntity>(cancellationToken: Cancellation).AsPages().ToListAsync(Cancellation);
        Assert.Equal([1_000, 1_000, 350], pages.Select(page => page.Values.Count));
        Assert.Null(pages[^1].ContinuationToken);
        var keys = pages.SelectMany(page => page.Values).Select(row => row.RowKey).ToArray();
        Assert.Equal(keys.Distinct().Order(StringComparer.Ordinal), keys);
    }

    [Fact]
    public async Task A_page_is_as_large_as_asked_and_a_hint_for_the_pages_goes_before_it()
    {
        var table = await FilledAsync(25);
        var query = table.QueryAsync<TableEntity>(maxPerPage: 10, cancellationToken: Cancellation);
        Assert.Equal([10, 10, 5], await query.AsPages().Select(page => page.Values.Count).ToListAsync(Cancellation));
        Assert.Equal([20, 5], await query.AsPages(pageSizeHint: 20).Select(page => page.Values.Count).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Reading_goes_on_from_a_kept_token()
    {
        var table = await FilledAsync(10);
        var first = await table.QueryAsync<TableEntity>(maxPerPage: 4, cancellationToken: Cancellation).AsPages().FirstAsync(Cancellation);
        Assert.NotNull(first.ContinuationToken);

        var rest = await table.QueryAsync<TableEntity>(cancellationToken: Cancellation).AsPages(first.ContinuationToken).ToListAsync(Cancellation);
        Assert.Equal(["0004 é'", "0005 é'", "0006 é'", "0007 é'", "0008 é'", "0009 é'"], rest.SelectMany(page => page.Values).Select(row => row.RowKey));
    }

    [Fact]
    public async Task A_waiting_reader_gets_the_same_pages()
    {
        var table = await FilledAsync(25);
        Assert.Equal([10, 10, 5], table.Query<TableEntity>(maxPerPage: 10, cancellationToken: Cancellation).AsPages().Select(page => page.Values.Count));
    }

    [Fact]
    public async Task The_tables_of_the_account_are_listed_and_filtered()
    {
        var table = await storage.CreateTableAsync();
        Assert.Contains(table.Name, await storage.Service.QueryAsync(cancellationToken: Cancellation).Select(item => item.Name).ToListAsync(Cancellation));
        var one = await storage.Service.QueryAsync(item => item.Name == table.Name, cancellationToken: Cancellation).ToListAsync(Cancellation);
        Assert.Equal(table.Name, Assert.Single(one).Name);
    }

    // The keys hold what a token must not trip over.
    private async Task<TableClient> FilledAsync(int rows)
    {
        var table = await storage.CreateTableAsync();
        foreach (var chunk in Enumerable.Range(0, rows).Chunk(100))
        {
            await table.SubmitTransactionAsync(
                chunk.Select(i => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("a partition's key %", $"{i:D4} é'") { ["i"] = i })),
                Cancellation);
        }
        return table;
    }
}
