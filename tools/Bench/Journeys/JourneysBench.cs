using System.CommandLine;
using System.Diagnostics;
using Azure.Data.Tables;
using CxFunctions.LocalHost.Durable;
using Microsoft.Extensions.Logging.Abstractions;

namespace CxFunctions.Bench.Journeys;

/// <summary>
/// Journeys a second through the durable engine, beside what raw requests to the same storage would allow. The two take turns,
/// several times, so that both meet the same machine and tables of the same growth.
/// </summary>
internal sealed class JourneysBench(TableServiceClient tables, int turns)
{
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RunUp = TimeSpan.FromSeconds(3);
    private readonly DurableEngine _engine = new(tables, new() { HubName = "bench" }, TimeProvider.System, NullLoggerFactory.Instance);
    private int _journeys;
    private long _operations;
    private TimeSpan _took;
    private TimeSpan _cpu;

    public static Command Command()
    {
        var turns = new Option<int>("--turns") { Description = "Turns of 5 s of raw requests and 5 s of journeys each, after a warm-up.", DefaultValueFactory = _ => 5 };
        var command = new Command("journeys", "Durable journeys a second (start, activity, event, 1 s timer, end) against raw table requests of the same kind and number.") { turns };
        command.SetAction(async (parsed, _) =>
        {
            await using var storage = await BenchStorage.StartAsync();
            var bench = new JourneysBench(new(storage.ConnectionString), parsed.GetValue(turns));
            Console.WriteLine((await bench.RunAsync()).ToJson());
        });
        return command;
    }

    private async Task<BenchResult> RunAsync()
    {
        var raw = await RawTableLoad.CreateAsync(tables);
        JourneyLoad.Register(_engine);
        await _engine.StartAsync(CancellationToken.None);
        var load = new JourneyLoad(_engine);
        using var end = new CancellationTokenSource();
        var players = load.Start(end.Token);
        Console.Error.WriteLine("warming up");
        await raw.RunAsync(Slice, counts: false);
        await PlayAsync(load, counts: false);
        for (var turn = 1; turn <= turns; turn++)
        {
            Console.Error.WriteLine($"turn {turn} of {turns}");
            await raw.RunAsync(Slice);
            await PlayAsync(load, counts: true);
        }

        await end.CancelAsync();
        await Task.WhenAll(players);
        await _engine.StopAsync(CancellationToken.None);
        return Result(raw, load);
    }

    private async Task PlayAsync(JourneyLoad load, bool counts)
    {
        load.Open();
        await Task.Delay(RunUp);
        load.Count(counts);
        var (began, done, operations, cpu) = (Stopwatch.GetTimestamp(), load.Done, _engine.StorageOperations, Cpu());
        await Task.Delay(Slice);
        if (counts)
        {
            _took += Stopwatch.GetElapsedTime(began);
            _journeys += load.Done - done;
            _operations += _engine.StorageOperations - operations;
            _cpu += Cpu() - cpu;
        }

        load.Count(false);
        await load.CloseAsync();
    }

    private BenchResult Result(RawTableLoad raw, JourneyLoad load)
    {
        var operationsEach = (double)_operations / _journeys;
        var (ours, limit) = (_journeys / _took.TotalSeconds, raw.RequestsPerSecond / operationsEach);
        return new("journeys", new($"raw inserts and merges of rows of the same size, {operationsEach:0.0} each journey", Math.Round(limit, 1)),
            new(Math.Round(ours, 1), load.Events.At(0.5), load.Events.At(0.99), load.Errors), Math.Round(ours / limit, 3))
        {
            StorageOpsPerUnit = Math.Round(operationsEach, 2),
            CpuMsPerUnit = Math.Round(_cpu.TotalMilliseconds / _journeys, 3),
            Notes = $"p50 and p99: raising an event until it is durable, at full load; {raw.RequestsPerSecond:0} raw requests/s; {JourneyLoad.InFlight} journeys in flight",
        };
    }

    private static TimeSpan Cpu() => Process.GetCurrentProcess().TotalProcessorTime;
}
