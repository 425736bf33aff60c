using System.CommandLine;
using System.Net;
using System.Text.Json;
using Azure.Data.Tables;
using CxFunctions.Bench.Kills;
using CxFunctions.CrmSimulator;
using CxFunctions.CrmSimulator.Respondents;
using CxFunctions.CrmSimulator.Sending;
using CxFunctions.Journeys.Ledger;

namespace CxFunctions.Bench.Morning;

/// <summary>How the invitations of a night go out in the morning.</summary>
internal static class MorningBench
{
    private const int PerWebhook = 40;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    public static Command Create()
    {
        var people = new Option<int>("--people") { Description = "How many bought overnight; at most 99999.", DefaultValueFactory = _ => 2000 };
        var lead = new Option<double>("--lead") { Description = "Minutes until the opening, in which all of them buy.", DefaultValueFactory = _ => 6 };
        var spread = new Option<double>("--spread") { Description = "The program's window after the opening, in minutes.", DefaultValueFactory = _ => 10 };
        var plot = new Option<FileInfo?>("--plot") { Description = "Writes the plot as an SVG." };
        var command = new Command(
            "morning",
            "Thousands become due overnight; after the opening they go out over the program's window. Exit code 0 only if everybody was written to once, nobody "
            + $"before their time, outside the window or more than {MorningFindings.Tolerance.TotalSeconds:0} s after its end.")
        {
            people, lead, spread, plot,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(people), TimeSpan.FromMinutes(parsed.GetValue(lead)), TimeSpan.FromMinutes(parsed.GetValue(spread)), parsed.GetValue(plot), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(int people, TimeSpan lead, TimeSpan spread, FileInfo? plot, CancellationToken cancellation)
    {
        await using var storage = await BenchStorage.StartAsync(cancellation);
        var hours = MorningHours.In(lead, spread);
        await using var host = await MortalHost.StartAsync(storage.Folder, storage.ConnectionString, cancellation, hours.WriteTo);
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        var sleepers = Enumerable.Range(0, people).Select(number => new Shopper(number, hours.Zone)).ToList();
        await BuyAsync(http, host, sleepers, cancellation);
        Console.Error.WriteLine($"{people} bought; the opening is at {hours.Opening:HH:mm:ss} UTC, the window's end at {hours.End:HH:mm:ss}");

        var inbox = new Inbox(http, host.Sandbox);
        var messages = new List<(string To, DateTimeOffset At)>();
        do
        {
            await Task.Delay(Look, cancellation);
            messages = [.. (await inbox.ReadAsync(0, cancellation)).Where(message => message.SurveyLink is not null).Select(message => (message.To, message.At))];
            Console.Error.WriteLine($"{DateTimeOffset.UtcNow:HH:mm:ss} {messages.Count} of {people}");
        }
        while (messages.Count < people && DateTimeOffset.UtcNow < hours.End + (2 * MorningFindings.Tolerance));

        var drawing = new MorningPlot(hours, messages.Select(message => message.At));
        Console.Error.WriteLine(drawing.ForTerminal());
        if (plot is not null)
        {
            await File.WriteAllTextAsync(plot.FullName, drawing.ForPage(), cancellation);
        }
        var findings = MorningFindings.Of(hours, people, messages, await DueAsync(storage.ConnectionString, sleepers, cancellation));
        Console.WriteLine(JsonSerializer.Serialize(findings, JsonSerializerOptions.Web));
        return findings.AreGood ? 0 : 1;
    }

    private static async Task BuyAsync(HttpClient http, MortalHost host, IReadOnlyList<Shopper> sleepers, CancellationToken cancellation)
    {
        var crm = new WebhookClient(http, host.Url, new StandardCrm(LocalSecrets.Standard), TimeProvider.System);
        foreach (var (i, some) in sleepers.Chunk(PerWebhook).Index())
        {
            if (await crm.PostAsync($"msg_night_{i}", [.. some.Select(sleeper => sleeper.Buys())], cancellation) is var status && status != HttpStatusCode.Accepted)
            {
                throw new HttpRequestException($"The webhook was answered {status?.ToString() ?? "not at all"}.");
            }
        }
    }

    /// <summary>When each telephone's invitation was due.</summary>
    private static async Task<IReadOnlyDictionary<string, DateTimeOffset>> DueAsync(string storage, IReadOnlyList<Shopper> sleepers, CancellationToken cancellation)
    {
        var ledger = new LedgerStore(new TableServiceClient(storage));
        var due = new Dictionary<string, DateTimeOffset>();
        foreach (var sleeper in sleepers)
        {
            if (await ledger.FindAsync("standard", sleeper.Transaction, cancellation) is { InviteDueAt: { } at })
            {
                due[sleeper.Phone] = at;
            }
        }
        return due;
    }
}
