using System.CommandLine;
using System.Text.Json;
using Azure.Data.Tables;

namespace CxFunctions.Bench.Journeys;

/// <summary>Plays journeys against a host that is killed with kill -9 at random moments, then counts what was lost or wrong.</summary>
internal sealed class CrashRun(string storage, int journeys, int kills, int timerSeconds, int seed)
{
    private readonly Random _random = new(seed);
    private readonly Errands _errands = new();

    public static Command Command()
    {
        var journeys = new Option<int>("--journeys") { DefaultValueFactory = _ => 5_000, Description = "Journeys in flight." };
        var kills = new Option<int>("--kills") { DefaultValueFactory = _ => 100, Description = "How often the host is killed." };
        var timer = new Option<int>("--timer-seconds") { DefaultValueFactory = _ => 20, Description = "The longest timer of a journey." };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1, Description = "Of the random moments." };
        var command = new Command("crash", "Not a benchmark: kills a durable host with kill -9 at random moments and counts what was lost, wrong or done more than twice. Exit code 0 only if nothing was.") { journeys, kills, timer, seed };
        command.SetAction(async (parsed, _) =>
        {
            await using var storage = await BenchStorage.StartAsync();
            var run = new CrashRun(storage.ConnectionString, parsed.GetValue(journeys), parsed.GetValue(kills), parsed.GetValue(timer), parsed.GetValue(seed));
            var findings = await run.RunAsync();
            Console.WriteLine(JsonSerializer.Serialize(findings, JsonSerializerOptions.Web));
            return findings.IsClean ? 0 : 1;
        });
        return command;
    }

    private async Task<CrashFindings> RunAsync()
    {
        await new TableServiceClient(storage).CreateTableIfNotExistsAsync(CrashJourney.Effects);
        for (var number = 0; number < journeys; number++)
        {
            _errands.Add($"start {number} {_random.Next(1, timerSeconds * 1000)}");
        }

        for (var number = 0; number < journeys; number++)
        {
            _errands.Add($"answer {number}");
        }

        var portion = Math.Max(1, journeys / (kills + 1));
        for (var life = 0; life < kills; life++)
        {
            await using var host = await HostProcess.StartAsync(storage, _errands);
            await SettleAsync(host, portion);
            host.Send(portion);
            var isBusy = _random.Next(4) != 0;
            await Task.Delay(isBusy ? _random.Next(0, 250) : _random.Next(500, 2_500));
            host.Kill();
            Console.Error.WriteLine($"kill {life + 1} of {kills}, {(isBusy ? "busy" : "idle")}: {_errands.Left} errands left");
        }

        await using (var last = await HostProcess.StartAsync(storage, _errands))
        {
            last.Send(int.MaxValue);
            await _errands.DoneAsync();
            await CrashFindings.SettledAsync(storage, journeys);
        }

        return await CrashFindings.OfAsync(storage, journeys, kills, _errands.Errors);
    }

    /// <summary>
    /// A life begins with what the kill before it interrupted: a host that is killed before it is through with that runs the
    /// same activities a third time, at-least-once as they are. So each has some of the errands, and a second or two, to itself.
    /// </summary>
    private async Task SettleAsync(HostProcess host, int portion)
    {
        var left = _errands.Left;
        host.Send(portion);
        await _errands.LeftAtMostAsync(left - portion, TimeSpan.FromSeconds(10));
        await Task.Delay(_random.Next(1_000, 2_000));
    }
}
