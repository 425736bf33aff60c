using Azure;
using Azure.Data.Tables;

namespace CxFunctions.Tests.Contract.Tables;

public sealed class TransactionTests(TableStorage storage)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_kind_of_change_is_made_and_answered_in_its_place()
    {
        var table = await storage.CreateTableAsync();
        foreach (var key in new[] { "merge", "replace", "delete", "upsertMerge", "upsertReplace" })
        {
            await table.AddEntityAsync(new TableEntity("p", key) { ["old"] = 1 }, Cancellation);
        }
        var answer = await table.SubmitTransactionAsync(
            [
                Action(TableTransactionActionType.Add, "add"),
                Action(TableTransactionActionType.UpdateMerge, "merge", ETag.All),
                Action(TableTransactionActionType.UpdateReplace, "replace", ETag.All),
                Action(TableTransactionActionType.Delete, "delete"),
                Action(TableTransactionActionType.UpsertMerge, "upsertMerge"),
                Action(TableTransactionActionType.UpsertReplace, "upsertReplace"),
            ],
            Cancellation);

        Assert.Equal(202, answer.GetRawResponse().Status);
        Assert.All(answer.Value, part => Assert.Equal(204, part.Status));
        var rows = await table.QueryAsync<TableEntity>(cancellationToken: Cancellation).ToDictionaryAsync(row => row.RowKey, cancellationToken: Cancellation);
        Assert.Equal(["add", "merge", "replace", "upsertMerge", "upsertReplace"], rows.Keys.Order());
        Assert.Equal([null, 1, null, 1, null], rows.OrderBy(pair => pair.Key).Select(pair => pair.Value.GetInt32("old")));
        Assert.All(rows.Values, row => Assert.Equal("ñ '\"", row.GetString("new")));
        Assert.Equal(rows["add"].ETag, answer.Value[0].Headers.ETag);
        Assert.Equal(rows["upsertReplace"].ETag, answer.Value[5].Headers.ETag);
    }

    [Fact]
    public async Task One_refused_change_undoes_all_and_is_named_by_its_place()
    {
        var table = await storage.CreateTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "there"), Cancellation);
        var refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [Action(TableTransactionActionType.Add, "a"), Action(TableTransactionActionType.Add, "b"), Action(TableTransactionActionType.Add, "there")],
            Cancellation));
        Assert.Equal((2, 409, "EntityAlreadyExists"), (refusal.FailedTransactionActionIndex, refusal.Status, refusal.ErrorCode));
        Assert.Equal(1, await table.QueryAsync<TableEntity>(cancellationToken: Cancellation).CountAsync(Cancellation));
    }

    [Theory]
    [InlineData(TableTransactionActionType.UpdateMerge)]
    [InlineData(TableTransactionActionType.UpdateReplace)]
    [InlineData(TableTransactionActionType.Delete)]
    public async Task A_row_changed_by_another_undoes_all(TableTransactionActionType type)
    {
        var table = await storage.CreateTableAsync();
        var old = (await table.AddEntityAsync(new TableEntity("p", "r"), Cancellation)).Headers.ETag!.Value;
        await table.UpdateEntityAsync(new TableEntity("p", "r") { ["v"] = 2 }, old, cancellationToken: Cancellation);
        var refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [Action(TableTransactionActionType.Add, "a"), Action(type, "r", old)],
            Cancellation));
        Assert.Equal((1, 412, "UpdateConditionNotSatisfied"), (refusal.FailedTransactionActionIndex, refusal.Status, refusal.ErrorCode));
        Assert.Equal(1, await table.QueryAsync<TableEntity>(cancellationToken: Cancellation).CountAsync(Cancellation));
    }

    [Fact]
    public async Task A_hundred_changes_are_the_most()
    {
        var table = await storage.CreateTableAsync();
        var answer = await table.SubmitTransactionAsync(Enumerable.Range(0, 100).Select(i => Action(TableTransactionActionType.Add, $"{i:D3}")), Cancellation);
        Assert.Equal(100, answer.Value.Select(part => part.Headers.ETag).Count());
        await Assert.ThrowsAnyAsync<RequestFailedException>(
            () => table.SubmitTransactionAsync(Enumerable.Range(0, 101).Select(i => Action(TableTransactionActionType.UpsertMerge, $"{i:D3}")), Cancellation));
    }

    [Fact]
    public async Task The_same_row_twice_is_refused()
    {
        var table = await storage.CreateTableAsync();
        var refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [Action(TableTransactionActionType.UpsertMerge, "r"), Action(TableTransactionActionType.UpsertReplace, "r")],
            Cancellation));
        Assert.Equal((400, "InvalidDuplicateRow"), (refusal.Status, refusal.ErrorCode));
    }

    [Fact]
    public async Task No_change_at_all_is_a_mistake() =>
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await (await storage.CreateTableAsync()).SubmitTransactionAsync([], Cancellation));

    private static TableTransactionAction Action(TableTransactionActionType type, string key, ETag etag = default) =>
        new(type, new TableEntity("p", key) { ["new"] = "ñ '\"" }, etag);
}
