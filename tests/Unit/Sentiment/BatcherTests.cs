using System.Collections.Concurrent;
using CxFunctions.Foundation;

namespace CxFunctions.Tests.Unit.Sentiment;

public class BatcherTests
{
    [Fact]
    public async Task While_a_call_is_in_flight_the_next_one_gathers_up_to_the_limit()
    {
        var calls = new ConcurrentQueue<int[]>();
        var gate = new TaskCompletionSource();
        var started = new TaskCompletionSource();
        var batcher = new Batcher<int, string>(10, async items =>
        {
            calls.Enqueue([.. items]);
            started.TrySetResult();
            await gate.Task;
            return [.. items.Select(i => $"read {i}")];
        });

        var first = batcher.RunAsync(0);
        await started.Task;
        var others = Enumerable.Range(1, 23).Select(batcher.RunAsync).ToArray();
        gate.SetResult();

        Assert.Equal("read 0", await first);
        Assert.Equal(Enumerable.Range(1, 23).Select(i => $"read {i}"), await Task.WhenAll(others));
        Assert.Equal([1, 10, 10, 3], calls.Select(c => c.Length));
    }

    [Fact]
    public async Task A_failure_is_told_to_everybody_in_its_call_and_to_nobody_else()
    {
        var gate = new TaskCompletionSource();
        var started = new TaskCompletionSource();
        var batcher = new Batcher<int, int>(2, async items =>
        {
            started.TrySetResult();
            await gate.Task;
            return items.Contains(1) ? throw new InvalidOperationException("refused") : items;
        });

        var well = batcher.RunAsync(0);
        await started.Task;
        var ill = new[] { batcher.RunAsync(1), batcher.RunAsync(2) };
        var wellAgain = batcher.RunAsync(3);
        gate.SetResult();

        Assert.Equal(0, await well);
        Assert.Equal("refused", (await Assert.ThrowsAsync<InvalidOperationException>(() => ill[0])).Message);
        Assert.Equal("refused", (await Assert.ThrowsAsync<InvalidOperationException>(() => ill[1])).Message);
        Assert.Equal(3, await wellAgain);
    }

    [Fact]
    public async Task Nothing_is_lost_or_answered_twice_under_many_callers()
    {
        var seen = new ConcurrentBag<int>();
        var batcher = new Batcher<int, int>(7, async items =>
        {
            await Task.Yield();
            foreach (var item in items)
            {
                seen.Add(item);
            }
            return items;
        });
        var results = await Task.WhenAll(Enumerable.Range(0, 2000).Select(i => Task.Run(() => batcher.RunAsync(i))));
        Assert.Equal(Enumerable.Range(0, 2000), results);
        Assert.Equal(Enumerable.Range(0, 2000), seen.Order());
    }
}
