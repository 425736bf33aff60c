using System.CommandLine;
using System.Diagnostics;
using CxFunctions.LocalHost.Running;

namespace CxFunctions.LocalHost.CommandLine;

/// <summary>The command: start, demo, wait, stop.</summary>
internal static class HostCommand
{
    public static Task<int> RunAsync(string[] args, PlayDemo? demo)
    {
        var arguments = new HostArguments();
        var command = arguments.Command(parsed => RunAsync(arguments, parsed, arguments.WantsDemo(parsed) ? demo : null));
        return command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }

    private static async Task<int> RunAsync(HostArguments arguments, ParseResult parsed, PlayDemo? demo)
    {
        using var end = new EndSignals();
        try
        {
            if (arguments.ServicesOnly(parsed))
            {
                await ServicesOnly.RunAsync(arguments.Options(parsed, Console.Error.WriteLine), end.Token);
                return 0;
            }
            var started = Stopwatch.GetTimestamp();
            await using var host = await RunningHost.StartAsync(arguments.Options(parsed, Console.WriteLine), end.Token);
            await Welcome.PrintAsync(host, Stopwatch.GetElapsedTime(started), end.Token);
            var request = new DemoRequest(arguments.ExitsWhenDone(parsed), arguments.Seed(parsed), arguments.Transactions(parsed));
            var exit = await PlayAsync(host, demo, request, end.Token);
            // Not on standard output: its last line is the demo's summary.
            await Console.Error.WriteLineAsync("Stopping …");
            return exit;
        }
        catch (LocalHostException failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 1;
        }
        catch (OperationCanceledException) when (end.Token.IsCancellationRequested)
        {
            return 0;
        }
    }

    private static async Task<int> PlayAsync(RunningHost host, PlayDemo? demo, DemoRequest request, CancellationToken end)
    {
        var asked = Task.Delay(Timeout.Infinite, end);
        var playing = demo?.Invoke(host, request, end);
        var first = await Task.WhenAny(new[] { asked, host.Ended, playing }.OfType<Task>());
        if (first == playing && !request.ExitWhenDone)
        {
            await playing;
            first = await Task.WhenAny(asked, host.Ended);
        }
        if (first == host.Ended)
        {
            await host.Ended;
            throw new LocalHostException("The app has ended by itself.");
        }
        return first == playing ? await playing! : 0;
    }
}
