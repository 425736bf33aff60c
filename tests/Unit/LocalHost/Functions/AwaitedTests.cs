using CxFunctions.LocalHost.Functions;

namespace CxFunctions.Tests.Unit.LocalHost.Functions;

public class AwaitedTests
{
    [Fact]
    public async Task Every_form_of_result_is_unwrapped()
    {
        Assert.Equal("plain", await Awaited.ResultAsync("plain"));
        Assert.Null(await Awaited.ResultAsync(null));
        Assert.Equal(5, await Awaited.ResultAsync(Task.FromResult(5)));
        Assert.Equal(6, await Awaited.ResultAsync(new ValueTask<int>(6)));
        Assert.Equal(7, await Awaited.ResultAsync(SlowlyAsync(7)));
        Assert.Null(await Awaited.ResultAsync(NothingAsync()));
        Assert.Null(await Awaited.ResultAsync(new ValueTask(NothingAsync())));
        Assert.Null(await Awaited.ResultAsync(Task.CompletedTask));
    }

    [Fact]
    public async Task A_failure_comes_out_as_it_is() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Awaited.ResultAsync(Task.FromException<int>(new InvalidOperationException())));

    private static async Task<int> SlowlyAsync(int value)
    {
        await Task.Yield();
        return value;
    }

    private static async Task NothingAsync() => await Task.Yield();
}
