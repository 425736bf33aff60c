using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;

namespace CxFunctions.Bench.Kills;

/// <summary>What <c>kill -9</c> of host and worker costs, under load, with the times that production has.</summary>
internal static class KillsBench
{
    /// <summary>Longer than the queue trigger keeps what a killed host had in hand: ten minutes, whatever host.json says.</summary>
    private static readonly TimeSpan Endurance = TimeSpan.FromMinutes(13);

    public static Command Create()
    {
        var times = new Option<int>("--times") { Description = "How often.", DefaultValueFactory = _ => 20 };
        var rate = new Option<double>("--rate") { Description = "Transactions a second.", DefaultValueFactory = _ => 2 };
        var seed = new Option<int>("--seed") { Description = "The same seed kills after the same times.", DefaultValueFactory = _ => 1 };
        var command = new Command(
            "kills",
            "Kills host and worker at random moments under load and starts them again; then waits until every accepted transaction was asked about and "
            + "answered, 13 minutes at most. Exit code 0 only if nothing was lost and nobody was asked twice.")
        {
            times, rate, seed,
        };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(times), parsed.GetValue(rate), new Random(parsed.GetValue(seed)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(int times, double rate, Random chance, CancellationToken cancellation)
    {
        await using var storage = await BenchStorage.StartAsync(cancellation);
        await using var host = await MortalHost.StartAsync(storage.Folder, storage.ConnectionString, cancellation);
        var crowd = new Crowd(host, storage.ConnectionString);
        using var shop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var buying = crowd.BuyAsync(rate, shop.Token);
        for (var kill = 1; kill <= times; kill++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1 + (6 * chance.NextDouble())), cancellation);
            await host.KillAndStartAsync(cancellation);
            Console.Error.WriteLine($"killed {kill} of {times}, {crowd.Accepted} transactions accepted");
        }
        await shop.CancelAsync();
        await buying;

        var watch = Stopwatch.StartNew();
        while (await crowd.WaitingAsync(cancellation) is > 0 and var waiting && watch.Elapsed < Endurance)
        {
            Console.Error.WriteLine($"{watch.Elapsed.TotalSeconds:0} s after the last kill {waiting} have not come to their end");
            await Task.Delay(TimeSpan.FromSeconds(10), cancellation);
        }
        var findings = await crowd.FindingsAsync(times, cancellation);
        Console.WriteLine(JsonSerializer.Serialize(findings, JsonSerializerOptions.Web));
        return findings is { Accepted: > 0, Lost: 0, AskedTwice: 0 } ? 0 : 1;
    }
}
