using System.CommandLine;
using System.Diagnostics;
using Azure.Data.Tables;
using CxFunctions.LocalHost.Durable;
using Microsoft.Extensions.Logging.Abstractions;

namespace CxFunctions.Bench.Journeys;

/// <summary>Journeys a second through the durable engine: start, one activity, one external event, one timer, end.</summary>
internal sealed class JourneysBench(TableServiceClient tables, TimeSpan load)
{
    private const int InFlight = 800;
    private readonly DurableEngine _engine = new(tables, new() { HubName = "bench" }, TimeProvider.System, NullLoggerFactory.Instance);
    private readonly Latencies _events = new();
    private int _done;
    private int _errors;

    public static Command Command()
    {
        var seconds = new Option<int>("--seconds") { Description = "Load after warm-up.", DefaultValueFactory = _ => 15 };
        var command = new Command("journeys", "Durable journeys a second (start, activity, event, 1 s timer, end) against raw table requests of the same kind and number.") { seconds };
        command.SetAction(async (parsed, _) =>
        {
            await using var storage = await BenchStorage.StartAsync();
            var bench = new JourneysBench(new(storage.ConnectionString), TimeSpan.FromSeconds(parsed.GetValue(seconds)));
            Console.WriteLine((await bench.RunAsync()).ToJson());
        });
        return command;
    }

    private async Task<BenchResult> RunAsync()
    {
        _engine.Orchestrators.Add("Journey", async context =>
        {
            await context.CallActivityAsync("Nothing", "invite");
            var answer = await context.WaitForExternalEvent<int>("Answer");
            await context.CreateTimer(TimeSpan.FromSeconds(1), CancellationToken.None);
            return answer;
        });
        _engine.Activities.Add("Nothing", (_, _) => Task.FromResult<object?>(null));
        // The machine may be busier at one time than at another: the better of two measurements is the limit.
        var before = await RawTableLoad.OperationsPerSecondAsync(tables, TimeSpan.FromSeconds(10));
        await _engine.StartAsync(CancellationToken.None);
        using var end = new CancellationTokenSource();
        var players = Enumerable.Range(0, InFlight).Select(_ => PlayAsync(end.Token)).ToArray();
        Console.Error.WriteLine("warming up");
        while (Volatile.Read(ref _done) < 3 * InFlight)
        {
            await Task.Delay(100);
        }

        Console.Error.WriteLine("measuring journeys");
        var (began, done, operations, cpu) = (Stopwatch.GetTimestamp(), Volatile.Read(ref _done), _engine.StorageOperations, Process.GetCurrentProcess().TotalProcessorTime);
        await Task.Delay(load);
        var elapsed = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var journeys = Volatile.Read(ref _done) - done;
        var operationsEach = (double)(_engine.StorageOperations - operations) / journeys;
        var cpuEach = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds / journeys;
        await end.CancelAsync();
        await Task.WhenAll(players);
        await _engine.StopAsync(CancellationToken.None);

        var after = await RawTableLoad.OperationsPerSecondAsync(tables, TimeSpan.FromSeconds(10));
        var raw = Math.Max(before, after);
        var (ours, limit) = (journeys / elapsed, raw / operationsEach);
        return new("journeys", new($"raw inserts and replacements of rows of the same size, {operationsEach:0.0} each journey", Math.Round(limit, 1)),
            new(Math.Round(ours, 1), _events.At(0.5), _events.At(0.99), _errors), Math.Round(ours / limit, 3))
        {
            StorageOpsPerUnit = Math.Round(operationsEach, 2),
            CpuMsPerUnit = Math.Round(cpuEach, 3),
            Notes = $"p50 and p99: raising an event until it is durable; raw requests/s: {before:0} before, {after:0} after; {InFlight} journeys in flight",
        };
    }

    /// <summary>One journey after the other, so that the number in flight stays the same.</summary>
    private async Task PlayAsync(CancellationToken end)
    {
        // Spread over the length of a journey, or all of them would move in step.
        await Task.Delay(Random.Shared.Next(1200), CancellationToken.None);
        while (!end.IsCancellationRequested)
        {
            try
            {
                var id = await _engine.Client.ScheduleNewOrchestrationInstanceAsync("Journey", end);
                var raised = Stopwatch.GetTimestamp();
                await _engine.Client.RaiseEventAsync(id, "Answer", 9, end);
                _events.Add(Stopwatch.GetElapsedTime(raised));
                var metadata = await _engine.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, end);
                Interlocked.Increment(ref _done);
                Interlocked.Add(ref _errors, metadata.ReadOutputAs<int>() == 9 ? 0 : 1);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
