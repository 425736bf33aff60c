using Azure;
using Azure.Data.Tables;

namespace CxFunctions.Tests.Contract.Tables;

public sealed class KeyEscapingTests(TableStorage storage)
{
    public static TheoryData<string> Keys =>
    [
        "", "plain", "O'Brien", "''", "two words", " leading", "100%", "%27", "a+b", "a&b=c", "a,b;c", "(x)", "[x]{y}", "a|b", "a:b", "a@b.c",
        "ñandú", "日本", "😀", "\u00a0", "..", "!", "~", "\"quoted\"", "<b>", "a^b`c", "$filter", "W/\"etag\"",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task A_row_is_found_changed_listed_and_deleted_under_its_own_keys(string key)
    {
        key = key.Replace("/", "", StringComparison.Ordinal);
        var table = await storage.CreateTableAsync();
        await table.AddEntityAsync(new TableEntity("other", "other"), Cancellation);
        await table.AddEntityAsync(new TableEntity(key, key) { ["v"] = 1 }, Cancellation);
        var read = (await table.GetEntityAsync<TableEntity>(key, key, cancellationToken: Cancellation)).Value;
        Assert.Equal((key, key), (read.PartitionKey, read.RowKey));

        await table.UpdateEntityAsync(new TableEntity(key, key) { ["v"] = 2 }, read.ETag, cancellationToken: Cancellation);
        var listed = await table.QueryAsync<TableEntity>(row => row.PartitionKey == key && row.RowKey == key, cancellationToken: Cancellation).ToListAsync(Cancellation);
        Assert.Equal(2, Assert.Single(listed).GetInt32("v"));

        Assert.Equal(204, (await table.DeleteEntityAsync(key, key, cancellationToken: Cancellation)).Status);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task A_transaction_names_its_rows_by_the_same_keys(string key)
    {
        key = key.Replace("/", "", StringComparison.Ordinal);
        var table = await storage.CreateTableAsync();
        await table.AddEntityAsync(new TableEntity(key, "gone " + key), Cancellation);
        await table.SubmitTransactionAsync(
            [
                new(TableTransactionActionType.Add, new TableEntity(key, "added " + key)),
                new(TableTransactionActionType.UpsertMerge, new TableEntity(key, "merged " + key)),
                new(TableTransactionActionType.Delete, new TableEntity(key, "gone " + key), ETag.All),
            ],
            Cancellation);
        var rows = await table.QueryAsync<TableEntity>(cancellationToken: Cancellation).Select(row => row.RowKey).ToListAsync(Cancellation);
        Assert.Equal(["added " + key, "merged " + key], rows);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\tb")]
    public async Task A_key_that_the_service_forbids_is_refused_by_it(string key)
    {
        var table = await storage.CreateTableAsync();
        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", key), Cancellation));
        Assert.Equal(400, refusal.Status);
    }
}
