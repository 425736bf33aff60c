using Microsoft.DurableTask;

namespace CxFunctions.Tests.Contract.Durable;

public class ActivityCallTests
{
    [Fact]
    public async Task An_activity_gets_its_input_and_gives_its_output()
    {
        await using var hub = await DurableHub.StartAsync(h => h
            .Orchestrator("Double", async context => await context.CallActivityAsync<int>("Times2", context.GetInput<int>()))
            .Activity<int>("Times2", number => number * 2));

        Assert.Equal(42, await hub.OutputAsync<int>(await hub.StartAsync("Double", 21)));
    }

    [Fact]
    public async Task Null_goes_in_and_comes_out_as_null()
    {
        await using var hub = await DurableHub.StartAsync(h => h
            .Orchestrator("Nothing", async context => await context.CallActivityAsync<string?>("Echo", null as object) is null)
            .Activity<string>("Echo", text => text));

        Assert.True(await hub.OutputAsync<bool>(await hub.StartAsync("Nothing")));
    }

    [Fact]
    public async Task Many_activities_run_side_by_side_and_come_together()
    {
        await using var hub = await DurableHub.StartAsync(h => h
            .Orchestrator("FanOut", async context => (await Task.WhenAll(Enumerable.Range(0, 200).Select(n => context.CallActivityAsync<int>("Square", n)))).Sum())
            .Activity<int>("Square", number => number * number));

        Assert.Equal(Enumerable.Range(0, 200).Sum(n => n * n), await hub.OutputAsync<int>(await hub.StartAsync("FanOut")));
    }

    [Fact]
    public async Task Names_of_activities_ignore_case()
    {
        await using var hub = await DurableHub.StartAsync(h => h
            .Orchestrator("Call", async context => await context.CallActivityAsync<string>("GREET", "Ana"))
            .Activity<string>("greet", name => "Hello " + name));

        Assert.Equal("Hello Ana", await hub.OutputAsync<string>(await hub.StartAsync("call")));
    }
}
