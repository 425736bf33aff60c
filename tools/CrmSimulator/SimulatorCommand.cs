using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace CxFunctions.CrmSimulator;

/// <summary>The command line: what can be asked for, and what it means.</summary>
internal static class SimulatorCommand
{
    public static RootCommand Create()
    {
        var source = new Option<string>("--source") { Description = "Which CRM to play: standard or hubspot.", DefaultValueFactory = _ => "standard" };
        source.AcceptOnlyFromAmong("standard", "hubspot");
        var rate = new Option<double>("--rate") { Description = "Transactions a second.", DefaultValueFactory = _ => 10 };
        rate.Validators.Add(result => Require(result, result.GetValueOrDefault<double>() is > 0 and <= 10_000, "--rate must lie above 0 and be at most 10000."));
        var length = new Option<TimeSpan>("--for")
        {
            Description = "How long, for instance 90s, 10m or 1h.",
            DefaultValueFactory = _ => TimeSpan.FromSeconds(60),
            CustomParser = ReadLength,
        };
        var url = new Option<Uri>("--url")
        {
            Description = "Base address of the host.",
            DefaultValueFactory = _ => new Uri("http://localhost:7071/"),
            CustomParser = ReadUrl,
        };
        var batch = new Option<int>("--batch") { Description = "Transactions in one request, 1 to 100.", DefaultValueFactory = _ => 1 };
        batch.Validators.Add(result => Require(result, result.GetValueOrDefault<int>() is >= 1 and <= 100, "--batch must lie between 1 and 100."));
        var seed = new Option<int>("--seed") { Description = "The same seed sends the same traffic.", DefaultValueFactory = _ => 1 };
        var secret = new Option<string?>("--secret") { Description = "The webhook's secret; by default the one of local.settings.sample.json." };
        var prefix = new Option<string?>("--prefix") { Description = "Begins every transaction id; by default made of the time, so that a second run is no repetition of the first." };

        var command = new RootCommand("Plays a CRM against a running host, signed as that CRM signs.") { source, rate, length, url, batch, seed, secret, prefix };
        command.SetAction((result, cancellation) => new SimulatorRun
        {
            Source = result.GetValue(source)!,
            Rate = result.GetValue(rate),
            Length = result.GetValue(length),
            Host = result.GetValue(url)!,
            Batch = result.GetValue(batch),
            Seed = result.GetValue(seed),
            Secret = result.GetValue(secret),
            Prefix = result.GetValue(prefix),
        }.RunAsync(cancellation));
        return command;
    }

    private static Uri? ReadUrl(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value.TrimEnd('/') + "/";
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            return url;
        }
        result.AddError($"--url: '{text}' is no web address.");
        return null;
    }

    private static TimeSpan ReadLength(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        var unit = text.Length > 0 ? text[^1] : ' ';
        if (double.TryParse(text.AsSpan(0, Math.Max(0, text.Length - 1)), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number > 0 && unit is 's' or 'm' or 'h')
        {
            return TimeSpan.FromSeconds(number * unit switch { 's' => 1, 'm' => 60, _ => 3600 });
        }
        result.AddError($"--for: '{text}' is no time; write for instance 90s, 10m or 1h.");
        return default;
    }

    private static void Require(SymbolResult result, bool holds, string sentence)
    {
        if (!holds)
        {
            result.AddError(sentence);
        }
    }
}
