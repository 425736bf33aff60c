using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace CxFunctions.Tests.Contract.Tables;

public sealed class ErrorTests(TableStorage storage)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Adding_a_row_twice_is_a_conflict()
    {
        var table = await storage.CreateTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"), Cancellation);
        await RefusedAsync(409, TableErrorCode.EntityAlreadyExists, () => table.AddEntityAsync(new TableEntity("p", "r"), Cancellation));
    }

    [Fact]
    public async Task A_row_that_is_not_there_is_not_found_or_has_no_value()
    {
        var table = await storage.CreateTableAsync();
        await RefusedAsync(404, TableErrorCode.ResourceNotFound, () => table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancellation));
        await RefusedAsync(404, TableErrorCode.ResourceNotFound, () => table.UpdateEntityAsync(new TableEntity("p", "r"), ETag.All, cancellationToken: Cancellation));

        var none = await table.GetEntityIfExistsAsync<TableEntity>("p", "r", cancellationToken: Cancellation);
        Assert.False(none.HasValue);
        Assert.Equal(404, none.GetRawResponse().Status);
        Assert.Throws<InvalidOperationException>(() => none.Value);
    }

    [Fact]
    public async Task Deleting_what_is_not_there_does_not_throw()
    {
        var table = await storage.CreateTableAsync();
        Assert.Equal(404, (await table.DeleteEntityAsync("p", "r", cancellationToken: Cancellation)).Status);
        Assert.Equal(204, (await table.DeleteAsync(Cancellation)).Status);
        Assert.Equal(404, (await table.DeleteAsync(Cancellation)).Status);
    }

    [Fact]
    public async Task A_row_changed_by_another_is_a_failed_precondition()
    {
        var table = await storage.CreateTableAsync();
        var first = (await table.AddEntityAsync(new TableEntity("p", "r"), Cancellation)).Headers.ETag!.Value;
        var second = (await table.UpdateEntityAsync(new TableEntity("p", "r") { ["v"] = 2 }, first, cancellationToken: Cancellation)).Headers.ETag!.Value;
        Assert.NotEqual(first, second);

        await RefusedAsync(412, TableErrorCode.UpdateConditionNotSatisfied, () => table.UpdateEntityAsync(new TableEntity("p", "r"), first, cancellationToken: Cancellation));
        await RefusedAsync(412, TableErrorCode.UpdateConditionNotSatisfied, () => table.DeleteEntityAsync("p", "r", first, Cancellation));
        Assert.Equal(204, (await table.DeleteEntityAsync("p", "r", second, Cancellation)).Status);
    }

    [Fact]
    public async Task An_update_must_say_which_version_it_means()
    {
        var table = await storage.CreateTableAsync();
        await Assert.ThrowsAsync<ArgumentException>("ifMatch", () => table.UpdateEntityAsync(new TableEntity("p", "r"), default, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task A_table_is_created_once_and_found_again()
    {
        var table = storage.Service.GetTableClient(TableStorage.NewName());
        await RefusedAsync(404, TableErrorCode.TableNotFound, () => table.AddEntityAsync(new TableEntity("p", "r"), Cancellation));
        Assert.Equal(204, (await table.CreateIfNotExistsAsync(Cancellation)).GetRawResponse().Status);
        Assert.Equal(table.Name, (await table.CreateIfNotExistsAsync(Cancellation)).Value.Name);
        await RefusedAsync(409, TableErrorCode.TableAlreadyExists, () => table.CreateAsync(Cancellation));
    }

    [Fact]
    public async Task What_the_service_will_not_take_is_said_by_its_code()
    {
        var table = await storage.CreateTableAsync();
        var tooLong = new TableEntity("p", "r") { ["text"] = new string('x', 32 * 1024 + 1) };
        await RefusedAsync(400, TableErrorCode.PropertyValueTooLarge, () => table.AddEntityAsync(tooLong, Cancellation));
        await RefusedAsync(400, TableErrorCode.InvalidInput, async () => await table.QueryAsync<TableEntity>("not a filter (", cancellationToken: Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task A_cancelled_call_ends_as_cancelled()
    {
        var table = await storage.CreateTableAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => table.AddEntityAsync(new TableEntity("p", "r"), new CancellationToken(canceled: true)));
    }

    [Fact]
    public void A_failure_without_a_code_is_none_of_the_known_ones()
    {
        var failure = new RequestFailedException("no answer");
        Assert.False(failure.ErrorCode! == TableErrorCode.EntityAlreadyExists);
        Assert.True(failure.ErrorCode! != TableErrorCode.EntityAlreadyExists);
    }

    private static async Task RefusedAsync(int status, TableErrorCode code, Func<Task> call)
    {
        var refusal = await Assert.ThrowsAsync<RequestFailedException>(call);
        Assert.Equal((status, code.ToString()), (refusal.Status, refusal.ErrorCode));
    }
}
