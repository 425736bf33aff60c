using CxFunctions.LocalHost.Clock;
using CxFunctions.LocalHost.TimeMachine;
using DurableTask.Core.Exceptions;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Tests.Tools.TimeMachine;

/// <summary>TimeMachine under the official Durable extension in an official WebJobs host, chosen by the storage provider's type.</summary>
public sealed class ExtensionTests : IAsyncLifetime
{
    private readonly SteppedTimeProvider _clock = new(TestHub.Start);
    private readonly TimeMachineHub _hub;
    private readonly IHost _host;
    private readonly Clients _clients = new();

    public ExtensionTests()
    {
        // Where this is set the extension takes the machine for a Consumption plan's, and writes all its telemetry to the console.
        Environment.SetEnvironmentVariable("CONTAINER_NAME", null);
        _hub = new TimeMachineHub(_clock);
        _host = new HostBuilder()
            .ConfigureWebJobs(host => host.AddDurableTask(options =>
            {
                options.HubName = "Tests";
                options.StorageProvider["type"] = "timemachine";
                options.OverridableExistingInstanceStates = OverridableStates.NonRunningStates;
            }))
            .ConfigureServices(services => services
                .AddTimeMachine(_hub)
                .AddSingleton(_clients)
                .AddSingleton<ITypeLocator>(new Located(typeof(Functions))))
            .ConfigureLogging(logging => logging.ClearProviders())
            .Build();
    }

    public async ValueTask InitializeAsync()
    {
        await _host.StartAsync(TestHub.Cancelled);
        await _host.Services.GetRequiredService<IJobHost>().CallAsync(nameof(Functions.Meet), cancellationToken: TestHub.Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _hub.Dispose();
        _host.Dispose();
    }

    [Fact]
    public async Task A_journey_runs_on_the_products_clock_and_is_listed_with_its_history()
    {
        var client = _clients.Met!;
        await client.StartNewAsync(nameof(Functions.Journey), "J1", "Ana");
        await _hub.Work.WhenQuietAsync(TestHub.Cancelled);
        _clock.AdvanceTo(_clock.NextDue!.Value);
        await _hub.Work.WhenQuietAsync(TestHub.Cancelled);
        await client.RaiseEventAsync("J1", "Answer", "9");
        await _hub.Work.WhenQuietAsync(TestHub.Cancelled);

        var status = await client.GetStatusAsync("J1", showHistory: true);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, status.RuntimeStatus);
        Assert.Equal("Hello Ana at 2031-03-05 09:00: 9", (string?)status.Output);
        Assert.Equal(TestHub.Start.UtcDateTime, status.CreatedTime);
        Assert.Equal(TestHub.Start.AddDays(4).UtcDateTime, status.LastUpdatedTime);
        Assert.Contains(status.History, e => (string?)e["EventType"] == "TimerFired");
        var listed = await client.ListInstancesAsync(new OrchestrationStatusQueryCondition { InstanceIdPrefix = "J" }, TestHub.Cancelled);
        Assert.Equal("J1", Assert.Single(listed.DurableOrchestrationState).InstanceId);
        Assert.Equal(1, (await client.PurgeInstanceHistoryAsync("J1")).InstancesDeleted);
        Assert.Null(await client.GetStatusAsync("J1"));
    }

    [Fact]
    public async Task Events_and_starts_are_refused_as_in_production()
    {
        var client = _clients.Met!;
        await Assert.ThrowsAsync<ArgumentException>(() => client.RaiseEventAsync("nobody", "Answer", "9"));
        await client.StartNewAsync(nameof(Functions.Journey), "J1", "Ana");
        await _hub.Work.WhenQuietAsync(TestHub.Cancelled);
        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => client.StartNewAsync(nameof(Functions.Journey), "J1", "Bea"));
        await client.TerminateAsync("J1", "had enough");
        await _hub.Work.WhenQuietAsync(TestHub.Cancelled);
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.RaiseEventAsync("J1", "Answer", "9"));
        Assert.Equal("had enough", (string?)(await client.GetStatusAsync("J1")).Output);
        Assert.Null(_clock.NextDue);
    }

    public sealed class Clients
    {
        public IDurableClient? Met { get; set; }
    }

    public sealed class Functions(Clients clients)
    {
        [NoAutomaticTrigger]
        [FunctionName(nameof(Meet))]
        public void Meet([DurableClient] IDurableClient client) => clients.Met = client;

        [FunctionName(nameof(Greet))]
        public static string Greet([ActivityTrigger] string name) => "Hello " + name;

        [FunctionName(nameof(Journey))]
        public static async Task<string> Journey([OrchestrationTrigger] IDurableOrchestrationContext context)
        {
            var greeting = await context.CallActivityAsync<string>(nameof(Greet), context.GetInput<string>());
            await context.CreateTimer(context.CurrentUtcDateTime.AddDays(4), CancellationToken.None);
            var at = $"{context.CurrentUtcDateTime:yyyy-MM-dd HH:mm}";
            return $"{greeting} at {at}: {await context.WaitForExternalEvent<string>("Answer")}";
        }
    }

    private sealed class Located(params Type[] types) : ITypeLocator
    {
        public IReadOnlyList<Type> GetTypes() => types;
    }
}
