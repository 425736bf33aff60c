using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Azure.Data.Tables;
using CxFunctions.LocalHost.Clock;
using CxFunctions.LocalHost.Durable;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;

namespace CxFunctions.Bench.Journeys;

/// <summary>A fresh process that opens the hub of <see cref="WaitingBench"/>; what it measures is its last line.</summary>
internal static class WaitingHost
{
    private const int Events = 50;
    private static readonly TimeSpan UntilDue = TimeSpan.FromSeconds(75);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(15);

    private sealed record Findings(
        string Bench, int Waiting, double StartUpSeconds, double MemoryMb, double IdleCpuPercent, double EventP50Ms, double EventMaxMs, int Together, double LatenessP50Ms, double LatenessMaxMs, double AllCommittedAfterMs);

    public static Command Command()
    {
        var storage = new Option<string>("--storage") { Required = true };
        var together = new Option<int>("--together") { Required = true };
        var command = new Command("waiting-host") { storage, together };
        command.Hidden = true;
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(storage)!, parsed.GetValue(together)));
        return command;
    }

    private static async Task<int> RunAsync(string storage, int together)
    {
        // Real speed, but shortly before the moment at which the journeys fall due.
        var clock = new ScaledTimeProvider(1, WaitingBench.Due - UntilDue);
        var engine = new DurableEngine(new TableServiceClient(storage), new() { HubName = WaitingBench.Hub }, clock, NullLoggerFactory.Instance);
        WaitingBench.Register(engine);
        var began = Stopwatch.GetTimestamp();
        await engine.StartAsync(CancellationToken.None);
        var startUp = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var waiting = engine.Inspect.WaitingForTime;
        Console.Error.WriteLine($"open after {startUp:0.0} s, {waiting} waiting");

        var cpu = Cpu();
        await Task.Delay(Idle);
        var idle = (Cpu() - cpu).TotalMilliseconds / Idle.TotalMilliseconds * 100;
        var memory = Memory();
        var events = await AnswerAsync(engine, waiting);
        var committed = await DueAsync(engine, together, clock);
        // The journeys say themselves at what time they were woken.
        var late = new Latencies();
        await foreach (var metadata in engine.Client.GetAllInstancesAsync(new(Statuses: [OrchestrationRuntimeStatus.Completed], FetchInputsAndOutputs: true)))
        {
            if (metadata.SerializedOutput?.StartsWith('"') == true)
            {
                late.Add(metadata.ReadOutputAs<DateTime>() - WaitingBench.Due.UtcDateTime);
            }
        }

        await engine.StopAsync(CancellationToken.None);
        var findings = new Findings("waiting", waiting, Math.Round(startUp, 1), Math.Round(Math.Max(memory, Memory())), Math.Round(idle, 2), events.At(0.5), events.At(1), late.Count, late.At(0.5), late.At(1), Math.Round(committed.TotalMilliseconds));
        Console.WriteLine(JsonSerializer.Serialize(findings, JsonSerializerOptions.Web));
        return late.Count >= together && waiting > 0 ? 0 : 1;
    }

    /// <summary>From raising an event to the committed end of the journey that it wakes.</summary>
    private static async Task<Latencies> AnswerAsync(DurableEngine engine, int waiting)
    {
        var events = new Latencies();
        var random = new Random(1);
        for (var n = 0; n < Events; n++)
        {
            // Odd numbers wait a month longer than those that are to fall due.
            var id = $"w-{(random.Next(waiting / 2) * 2) + 1}";
            var raised = Stopwatch.GetTimestamp();
            await engine.Client.RaiseEventAsync(id, "Answer", 9);
            await engine.Client.WaitForInstanceCompletionAsync(id);
            events.Add(Stopwatch.GetElapsedTime(raised));
        }

        return events;
    }

    private static async Task<TimeSpan> DueAsync(DurableEngine engine, int together, ScaledTimeProvider clock)
    {
        Console.Error.WriteLine($"{together} fall due in {(WaitingBench.Due - clock.GetUtcNow()).TotalSeconds:0} s");
        var wait = WaitingBench.Due - clock.GetUtcNow() + TimeSpan.FromMilliseconds(50);
        await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
        await engine.WaitUntilIdleAsync(CancellationToken.None);
        return clock.GetUtcNow() - WaitingBench.Due;
    }

    private static TimeSpan Cpu() => Process.GetCurrentProcess().TotalProcessorTime;

    private static double Memory()
    {
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64 / 1024d / 1024;
    }
}
