using System.CommandLine;
using System.Text.Json;
using CxFunctions.LocalHost;
using CxFunctions.LocalHost.Running;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Bench.Survey;

/// <summary>The process that is measured: the app in LocalHost in real time, until its standard input ends.</summary>
internal static class HostCommand
{
    public const string Name = "survey-host";

    public static Command Create()
    {
        var order = new Argument<string>("order") { Description = "File that says how." };
        var command = new Command(Name) { order };
        command.Hidden = true;
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(order)!, cancellation));
        return command;
    }

    private static async Task RunAsync(string path, CancellationToken cancellation)
    {
        var order = JsonSerializer.Deserialize<HostOrder>(await File.ReadAllTextAsync(path, cancellation))!;
        await using var host = await RunningHost.StartAsync(
            new LocalHostOptions
            {
                Port = 0,
                WithSandbox = false,
                DataFolder = order.DataFolder,
                Storage = order.Storage,
                Settings = order.Settings,
                ChildWorker = order.ChildWorker,
                AppFolder = order.AppFolder,
                LogLevel = LogLevel.Error,
                Say = Console.Error.WriteLine,
            },
            cancellation);
        Console.WriteLine(host.Url);
        await Console.In.ReadToEndAsync(cancellation);
    }
}
