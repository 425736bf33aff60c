using Azure.Data.Tables;
using CxFunctions.LocalHost.Durable;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CxFunctions.Tests.Contract.Durable;

public class RegistryTests
{
    [Fact]
    public async Task A_registry_of_classes_and_functions_drives_the_engine()
    {
        var registry = new DurableTaskRegistry()
            .AddOrchestrator<Greeting>()
            .AddActivity<SayHello>()
            .AddActivityFunc<string, string>("Shout", (_, text) => text.ToUpperInvariant());
        var options = new DurableEngineOptions { HubName = "r" + Guid.NewGuid().ToString("N")[..8] };
        var engine = new DurableEngine(new TableServiceClient(await DurableHub.Storage.Value), options, TimeProvider.System, NullLoggerFactory.Instance);
        using var services = new ServiceCollection().AddSingleton("Hello").BuildServiceProvider();
        engine.Register(registry, services);
        await engine.StartAsync(DurableHub.Cancel);
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Greet", "Ana", DurableHub.Cancel);
        var metadata = await engine.Client.WaitForInstanceCompletionAsync(id, true, DurableHub.Cancel);

        Assert.Equal("HELLO ANA", metadata.ReadOutputAs<string>());
        await engine.StopAsync(DurableHub.Cancel);
    }

    [DurableTask("Greet")]
    private sealed class Greeting : TaskOrchestrator<string, string>
    {
        public override async Task<string> RunAsync(TaskOrchestrationContext context, string input) =>
            await context.CallActivityAsync<string>("Shout", await context.CallActivityAsync<string>(nameof(SayHello), input));
    }

    private sealed class SayHello(string word) : TaskActivity<string, string>
    {
        public override Task<string> RunAsync(TaskActivityContext context, string input) => Task.FromResult($"{word} {input}");
    }
}
