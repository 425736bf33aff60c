using Azure;
using CxFunctions.Foundation;

namespace CxFunctions.Tests.Unit.Foundation;

public sealed class ContendedWriteTests
{
    [Theory]
    [InlineData(412, "UpdateConditionNotSatisfied", true)]
    [InlineData(412, null, true)]
    [InlineData(409, "EntityAlreadyExists", true)]
    [InlineData(404, "ResourceNotFound", true)]
    [InlineData(404, "EntityNotFound", true)]
    [InlineData(404, "TableNotFound", false)]
    [InlineData(404, null, false)]
    [InlineData(409, "TableBeingDeleted", false)]
    [InlineData(409, null, false)]
    [InlineData(403, "AuthorizationFailure", false)]
    [InlineData(503, "ServerBusy", false)]
    public void Somebody_else_was_faster_or_storage_refuses(int status, string? code, bool isOvertaken) =>
        Assert.Equal(isOvertaken, ContendedWrite.IsOvertaken(Refusal(status, code)));

    [Fact]
    public async Task Who_comes_second_tries_again_from_the_start()
    {
        var tries = 0;
        Assert.Equal(3, await ContendedWrite.RunAsync(() => ++tries < 3 ? throw Refusal(412, null) : Task.FromResult(tries), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_row_that_nobody_can_write_is_a_failure_and_not_a_spin()
    {
        var tries = 0;
        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => ContendedWrite.RunAsync(() => throw Refusal(412, $"{++tries}"), TestContext.Current.CancellationToken));
        Assert.Equal((ContendedWrite.MostTries, $"{ContendedWrite.MostTries}"), (tries, refusal.ErrorCode));
    }

    [Fact]
    public async Task A_missing_table_is_told_at_once()
    {
        var tries = 0;
        await Assert.ThrowsAsync<RequestFailedException>(() => ContendedWrite.RunAsync(() => throw Refusal(404, $"TableNotFound{++tries:;;}"), TestContext.Current.CancellationToken));
        Assert.Equal(1, tries);
    }

    [Fact]
    public void Pauses_grow_to_a_quarter_of_a_second_and_differ_by_chance()
    {
        Assert.Equal(TimeSpan.Zero, ContendedWrite.PauseAfter(5, 0));
        Assert.Equal(TimeSpan.FromMilliseconds(5), ContendedWrite.PauseAfter(1, 1));
        Assert.Equal(TimeSpan.FromMilliseconds(40), ContendedWrite.PauseAfter(4, 1));
        Assert.Equal(TimeSpan.FromMilliseconds(125), ContendedWrite.PauseAfter(19, 0.5));
        Assert.Equal(TimeSpan.FromMilliseconds(250), ContendedWrite.PauseAfter(1000, 1));
    }

    private static RequestFailedException Refusal(int status, string? code) => new(status, "refused", code, null);
}
