using System.CommandLine;
using System.Globalization;
using Azure.Data.Tables;
using CxFunctions.LocalHost.Durable;
using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging.Abstractions;

namespace CxFunctions.Bench.Journeys;

/// <summary>
/// The process that is killed: an engine that obeys lines on standard input and answers each on standard output when what it
/// asks for is durable.
/// </summary>
internal static class CrashHost
{
    public static Command Command()
    {
        var storage = new Option<string>("--storage") { Required = true };
        var command = new Command("crash-host") { storage };
        command.Hidden = true;
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(storage)!));
        return command;
    }

    private static async Task<int> RunAsync(string storage)
    {
        var tables = new TableServiceClient(storage);
        var engine = new DurableEngine(tables, new() { HubName = CrashJourney.Hub }, TimeProvider.System, NullLoggerFactory.Instance);
        CrashJourney.Register(engine, tables);
        await engine.StartAsync(CancellationToken.None);
        Say("ready");
        while (await Console.In.ReadLineAsync() is { } line)
        {
            _ = ObeyAsync(engine, line);
        }

        await engine.StopAsync(CancellationToken.None);
        return 0;
    }

    private static async Task ObeyAsync(DurableEngine engine, string line)
    {
        try
        {
            var words = line.Split(' ');
            var number = int.Parse(words[1], CultureInfo.InvariantCulture);
            if (words[0] == "start")
            {
                await StartAsync(engine, number, int.Parse(words[2], CultureInfo.InvariantCulture));
            }
            else
            {
                await engine.Client.RaiseEventAsync(CrashJourney.Id(number), "Answer", CrashJourney.Answer(number));
            }

            Say(line);
        }
        catch (Exception error)
        {
            Say($"error {line}: {error.GetType().Name} {error.Message}");
        }
    }

    private static async Task StartAsync(DurableEngine engine, int number, int timer)
    {
        try
        {
            var states = Enum.GetNames<Microsoft.DurableTask.Client.OrchestrationRuntimeStatus>();
            var options = new StartOrchestrationOptions(CrashJourney.Id(number)) { DedupeStatuses = states };
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("Journey", new CrashJourney.Input(number, timer), options);
        }
        catch (OrchestrationAlreadyExistsException)
        {
            // A former life started it and was killed before it could say so.
        }
    }

    private static void Say(string line)
    {
        lock (Console.Out)
        {
            Console.Out.WriteLine(line);
        }
    }
}
