using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using CxFunctions.LocalHost;
using CxFunctions.LocalHost.Clock;
using CxFunctions.LocalHost.Durable;
using CxFunctions.LocalHost.Running;
using Microsoft.DurableTask.Client;

namespace CxFunctions.Bench.Journeys;

/// <summary>
/// A fresh process with the whole of LocalHost (app, Sandbox, triggers, pages) on the hub of <see cref="WaitingBench"/>, at
/// real speed; what it measures of itself is its last line.
/// </summary>
internal static class WaitingHost
{
    /// <summary>The app's own, of host.json.</summary>
    public const string Hub = "CxJourneys";

    private const int Events = 50;
    private static readonly TimeSpan UntilDue = TimeSpan.FromSeconds(150);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(60);

    private sealed record Findings(
        string Bench, int Waiting, double StartUpSeconds, double MemoryMb, double PeakMemoryMb, double IdleCpuPercent, double EventP50Ms, double EventMaxMs, int Together, double LatenessP50Ms, double LatenessMaxMs, double AllCommittedAfterMs);

    public static Command Command()
    {
        var storage = new Option<string>("--storage") { Required = true };
        var together = new Option<int>("--together") { Required = true };
        var command = new Command("waiting-host") { storage, together };
        command.Hidden = true;
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(storage)!, parsed.GetValue(together)));
        return command;
    }

    public static async Task<int> MeasureAsync(string storage, int together)
    {
        var start = new ProcessStartInfo("dotnet");
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "Bench.dll"), "waiting-host", "--storage", storage, "--together", $"{together}"])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private static async Task<int> RunAsync(string storage, int together)
    {
        var folder = Directory.CreateTempSubdirectory("cx-waiting-").FullName;
        try
        {
            var began = Stopwatch.GetTimestamp();
            await using var host = await RunningHost.StartAsync(Options(storage, folder));
            var startUp = Stopwatch.GetElapsedTime(began).TotalSeconds;
            var findings = await FindAsync(host, startUp, together);
            Console.WriteLine(JsonSerializer.Serialize(findings, JsonSerializerOptions.Web));
            return findings.Together >= together && findings.Waiting > 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static LocalHostOptions Options(string storage, string folder)
    {
        var options = new LocalHostOptions
        {
            Port = 0,
            SandboxPort = 0,
            DataFolder = folder,
            Storage = storage,
            // Shortly before the moment at which the journeys fall due.
            ClockStart = WaitingBench.Due - UntilDue,
        };
        return options with { FunctionTypes = [.. options.App.GetTypes(), typeof(WaitingFunctions)] };
    }

    private static async Task<Findings> FindAsync(RunningHost host, double startUp, int together)
    {
        var engine = host.Parts.Durable!;
        var waiting = engine.Inspect.WaitingForTime;
        Console.Error.WriteLine($"ready after {startUp:0.0} s, {waiting} waiting");
        await Task.Delay(Settling);
        var cpu = Cpu();
        await Task.Delay(Idle);
        var idle = (Cpu() - cpu).TotalMilliseconds / Idle.TotalMilliseconds * 100;
        var memory = Memory(self => self.WorkingSet64);
        var events = await AnswerAsync(engine, waiting);
        var committed = await DueAsync(engine, together, host.Clock);
        var late = await LatenessAsync(engine);
        return new("waiting", waiting, Math.Round(startUp, 1), Math.Max(memory, Memory(self => self.WorkingSet64)), Memory(self => self.PeakWorkingSet64), Math.Round(idle, 2), events.At(0.5), events.At(1), late.Count, late.At(0.5), late.At(1), Math.Round(committed.TotalMilliseconds));
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

    private static async Task<TimeSpan> DueAsync(DurableEngine engine, int together, TimeProvider clock)
    {
        Console.Error.WriteLine($"{together} fall due in {(WaitingBench.Due - clock.GetUtcNow()).TotalSeconds:0} s");
        var wait = WaitingBench.Due - clock.GetUtcNow() + TimeSpan.FromMilliseconds(50);
        await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
        await engine.WaitUntilIdleAsync(CancellationToken.None);
        return clock.GetUtcNow() - WaitingBench.Due;
    }

    /// <summary>The journeys say themselves at what time they were woken.</summary>
    private static async Task<Latencies> LatenessAsync(DurableEngine engine)
    {
        var late = new Latencies();
        await foreach (var metadata in engine.Client.GetAllInstancesAsync(new(Statuses: [OrchestrationRuntimeStatus.Completed], FetchInputsAndOutputs: true)))
        {
            if (metadata.SerializedOutput?.StartsWith('"') == true)
            {
                late.Add(metadata.ReadOutputAs<DateTime>() - WaitingBench.Due.UtcDateTime);
            }
        }

        return late;
    }

    private static TimeSpan Cpu() => Process.GetCurrentProcess().TotalProcessorTime;

    private static double Memory(Func<Process, long> reading)
    {
        using var self = Process.GetCurrentProcess();
        return Math.Round(reading(self) / 1024d / 1024);
    }
}
