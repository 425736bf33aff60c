using Azure.Data.Tables;
using CxFunctions.LocalHost.Durable;
using CxFunctions.Tests.Harness;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;

namespace CxFunctions.Tests.Contract.Durable;

public class StorageOutageTests
{
    [Fact]
    public async Task While_storage_is_down_everything_waits_and_nothing_fails_or_is_lost()
    {
        using var door = new TcpDoor(await DurableHub.Storage.Value);
        var options = new DurableEngineOptions { HubName = "outage" + Guid.NewGuid().ToString("N")[..8] };
        var engine = new DurableEngine(new TableServiceClient(door.ConnectionString), options, TimeProvider.System, NullLoggerFactory.Instance);
        engine.Orchestrators.Add("Journey", async context =>
        {
            var answer = await context.WaitForExternalEvent<int>("Answer");
            await context.CreateTimer(TimeSpan.FromSeconds(1), CancellationToken.None);
            return answer;
        });
        await engine.StartAsync(DurableHub.Cancel);
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Journey", DurableHub.Cancel);
        await engine.WaitUntilIdleAsync(DurableHub.Cancel);

        door.Close();
        var raised = engine.Client.RaiseEventAsync(id, "Answer", 5, DurableHub.Cancel);
        await Task.Delay(TimeSpan.FromSeconds(8), DurableHub.Cancel);
        Assert.False(raised.IsCompleted);
        door.Open();
        await raised.WaitAsync(DurableHub.Patience, DurableHub.Cancel);
        var metadata = await engine.Client.WaitForInstanceCompletionAsync(id, true, DurableHub.Cancel).WaitAsync(DurableHub.Patience, DurableHub.Cancel);

        Assert.Equal((OrchestrationRuntimeStatus.Completed, 5), (metadata.RuntimeStatus, metadata.ReadOutputAs<int>()));
        await engine.StopAsync(DurableHub.Cancel);
    }
}
