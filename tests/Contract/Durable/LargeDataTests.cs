using Microsoft.DurableTask;

namespace CxFunctions.Tests.Contract.Durable;

public class LargeDataTests
{
    /// <summary>Text of surrogate pairs, quotes and escapes, so that a cut in the wrong place shows.</summary>
    private static string Text(int characters) => string.Concat(Enumerable.Repeat("añ\"\\\n😀", characters / 7 + 1))[..(characters / 7 * 7)];

    [Theory]
    [InlineData(20_000)]
    [InlineData(70_000)]
    [InlineData(300_000)]
    [InlineData(3_200_000)]
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

    [Theory]
    [InlineData(70_000)]
    [InlineData(1_200_000)]
    public async Task A_failure_message_may_be_as_large(int characters)
    {
        var text = Text(characters);
        await using var hub = await DurableHub.StartAsync(h => h
            .Orchestrator("Breaks", async context => await context.CallActivityAsync<string>("Break", context.GetInput<string>()))
            .Activity<string>("Break", input => throw new InvalidOperationException(input)));
        var id = await hub.StartAsync("Breaks", text);
        await hub.RestAsync();
        await hub.KillAndBeginAgainAsync();

        Assert.Equal(text, (await hub.AtRestAsync(id)).FailureDetails!.InnerFailure!.ErrorMessage);
    }

    [Fact]
    public async Task A_custom_status_is_kept_up_to_16_KB_of_JSON_and_refused_beyond()
    {
        const int Quotes = 2;
        await using var hub = await DurableHub.StartAsync(h => h.Orchestrator("Tells", async context =>
        {
            context.SetCustomStatus(new string('x', 8192 - Quotes));
            Assert.Throws<ArgumentException>(() => context.SetCustomStatus(new string('y', 8193 - Quotes)));
            return await context.WaitForExternalEvent<string>("End");
        }));
        var id = await hub.StartAsync("Tells");
        await hub.RestAsync();
        await hub.KillAndBeginAgainAsync();

        Assert.Equal(new string('x', 8192 - Quotes), (await hub.AtRestAsync(id)).ReadCustomStatusAs<string>());
        var listed = await hub.Client.GetAllInstancesAsync(new()).SingleAsync(DurableHub.Cancel);
        Assert.Equal(8192, listed.SerializedCustomStatus!.Length);
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
