using Microsoft.DurableTask;

namespace CxFunctions.Tests.Contract.Durable;

public class LargeDataTests
{
    /// <summary>Text of surrogate pairs, quotes and escapes, so that a cut in the wrong place shows.</summary>
    private static string Text(int characters) => string.Concat(Enumerable.Repeat("añ\"\\\n😀", characters / 7 + 1))[..(characters / 7 * 7)];

    [Theory]
    [InlineData(20_000)]
    [InlineData(70_000)]
    [InlineData(1_200_000)]
    public async Task Inputs_outputs_and_events_of_any_size_come_through_and_survive(int characters)
    {
        var text = Text(characters);
        await using var hub = await DurableHub.StartAsync(h => h
            .Orchestrator("Large", async context =>
            {
                var same = await context.CallActivityAsync<string>("Echo", context.GetInput<string>());
                return same + await context.WaitForExternalEvent<string>("More");
            })
            .Activity<string>("Echo", input => input));
        var id = await hub.StartAsync("Large", text);
        await hub.RestAsync();
        await hub.KillAndBeginAgainAsync();
        await hub.Client.RaiseEventAsync(id, "More", text, DurableHub.Cancel);

        Assert.Equal(text + text, await hub.OutputAsync<string>(id));
        Assert.Equal(text, (await hub.AtRestAsync(id)).ReadInputAs<string>());
        Assert.Equal(1, (await hub.Client.PurgeInstanceAsync(id, DurableHub.Cancel)).PurgedInstanceCount);
    }

    [Fact]
    public async Task A_history_of_thousands_of_events_is_kept_in_segments()
    {
        await using var hub = await DurableHub.StartAsync(h => h
            .Orchestrator("Wide", async context =>
            {
                var inputs = Enumerable.Range(0, 1500).Select(n => $"{n}-" + new string('x', 300));
                var all = await Task.WhenAll(inputs.Select(input => context.CallActivityAsync<string>("Echo", input)));
                await context.WaitForExternalEvent<string>("End");
                return all.Sum(text => text.Length);
            })
            .Activity<string>("Echo", input => input));
        var id = await hub.StartAsync("Wide");
        await hub.Engine.WaitUntilIdleAsync(DurableHub.Cancel).WaitAsync(DurableHub.Patience, DurableHub.Cancel);
        await hub.KillAndBeginAgainAsync();
        await hub.Client.RaiseEventAsync(id, "End", "", DurableHub.Cancel);

        Assert.Equal(Enumerable.Range(0, 1500).Sum(n => $"{n}-".Length + 300), await hub.OutputAsync<int>(id));
    }
}
