using System.Diagnostics;
using System.Globalization;

namespace CxFunctions.LocalHost.CommandLine;

/// <summary>
/// <c>--kill-at</c>: runs the host as a child that kills itself, as <c>kill -9</c> does, when the demo has come that far, and
/// then runs it again to the end on the same data.
/// </summary>
internal static class KilledAndRestarted
{
    private const string Variable = "CXFUNCTIONS_KILL_AT";
    private const int KilledExitCode = 128 + 9;

    private static readonly double? KillAt =
        double.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var fraction) ? fraction : null;

    /// <summary>Called in the child with how much of the demo is over.</summary>
    public static void Progress(double fraction)
    {
        if (fraction >= KillAt)
        {
            Process.GetCurrentProcess().Kill();
        }
    }

    public static async Task<int> RunAsync(string[] args, double fraction)
    {
        using var end = new EndSignals();
        var exit = await ChildAsync(args, fraction.ToString(CultureInfo.InvariantCulture), end.Token);
        if (exit != KilledExitCode)
        {
            await Console.Error.WriteLineAsync("The demo ended before the moment at which the host was to be killed.");
            return exit == 0 ? 1 : exit;
        }
        Console.WriteLine($"The host was killed when {fraction:P0} of the demo was over. Starting it again …");
        return await ChildAsync(args, null, end.Token);
    }

    private static async Task<int> ChildAsync(string[] args, string? killAt, CancellationToken end)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!);
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(KilledAndRestarted).Assembly.Location);
        }
        foreach (var argument in WithoutKillAt(args))
        {
            start.ArgumentList.Add(argument);
        }
        start.Environment[Variable] = killAt;
        using var child = Process.Start(start)!;
        using var forward = end.Register(() => Signals.Terminate(child));
        await child.WaitForExitAsync(CancellationToken.None);
        return child.ExitCode;
    }

    private static IEnumerable<string> WithoutKillAt(string[] args)
    {
        for (var at = 0; at < args.Length; at++)
        {
            if (args[at] == "--kill-at")
            {
                at++;
            }
            else if (!args[at].StartsWith("--kill-at=", StringComparison.Ordinal) && !args[at].StartsWith("--kill-at:", StringComparison.Ordinal))
            {
                yield return args[at];
            }
        }
    }
}
