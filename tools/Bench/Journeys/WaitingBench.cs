using System.CommandLine;
using System.Diagnostics;
using Azure.Data.Tables;
using CxFunctions.LocalHost.Durable;
using Microsoft.Extensions.Logging.Abstractions;

namespace CxFunctions.Bench.Journeys;

/// <summary>Very many waiting journeys: fills a hub in this process, then lets a whole LocalHost open it and be measured.</summary>
internal static class WaitingBench
{
    /// <summary>When the timers of some of the journeys fall due; all others wait a month longer.</summary>
    public static readonly DateTimeOffset Due = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Command Command()
    {
        var instances = new Option<int>("--instances") { DefaultValueFactory = _ => 100_000, Description = "Waiting journeys." };
        var together = new Option<int>("--together") { DefaultValueFactory = _ => 1_000, Description = "How many of them fall due at one moment." };
        var command = new Command("waiting", "Not a benchmark of the contract: memory, start-up, event latency, timer lateness and idle processor time of a whole LocalHost with very many waiting journeys.") { instances, together };
        command.SetAction(async (parsed, _) =>
        {
            await using var storage = await BenchStorage.StartAsync();
            await FillAsync(storage.ConnectionString, parsed.GetValue(instances), parsed.GetValue(together));
            return await WaitingHost.MeasureAsync(storage.ConnectionString, parsed.GetValue(together));
        });
        return command;
    }

    private static async Task FillAsync(string storage, int instances, int together)
    {
        var began = Stopwatch.GetTimestamp();
        var hub = new DurableEngineOptions { HubName = WaitingHost.Hub, RememberedInstances = 0 };
        var engine = new DurableEngine(new TableServiceClient(storage), hub, TimeProvider.System, NullLoggerFactory.Instance);
        engine.Orchestrators.Add(WaitingFunctions.Name, async context => await WaitingFunctions.RunAsync(context));
        await engine.StartAsync(CancellationToken.None);
        await Parallel.ForEachAsync(Enumerable.Range(0, instances), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (number, cancellation) =>
        {
            // Those that fall due together lie anywhere among the others.
            var due = number % Math.Max(2, instances / together) == 0 ? Due : Due.AddDays(30);
            await engine.Client.ScheduleNewOrchestrationInstanceAsync(
                WaitingFunctions.Name, due.UtcDateTime, new Microsoft.DurableTask.StartOrchestrationOptions($"w-{number}"), cancellation);
            if (number % 5_000 == 0)
            {
                Console.Error.WriteLine($"{number} at {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s");
            }
        });
        await engine.WaitUntilIdleAsync(CancellationToken.None);
        await engine.StopAsync(CancellationToken.None);
        Console.Error.WriteLine($"{instances} journeys wait after {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s");
    }
}
