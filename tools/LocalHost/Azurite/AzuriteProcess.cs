using System.Diagnostics;

namespace CxFunctions.LocalHost.Azurite;

/// <summary>Starts, finds and stops the process of Azurite.</summary>
internal static class AzuriteProcess
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(15);

    /// <summary>The Azurite that a host which was killed left behind, or null.</summary>
    public static async Task<AzuriteAddress?> FindAsync(string folder, CancellationToken cancellation) =>
        AzuriteAddress.Read(folder) is { } address && IsAlive(address.Pid) && await address.AnswersAsync(cancellation) ? address : null;

    /// <summary>Starts Azurite, on the ports it had before if they are free.</summary>
    /// <exception cref="LocalHostException">It did not start; the message says what it said.</exception>
    public static async Task<AzuriteAddress> StartAsync(string toolFolder, AzuriteOptions options, CancellationToken cancellation)
    {
        var last = AzuriteAddress.Read(options.Folder);
        AzuriteAddress.Forget(options.Folder);
        return (last is null ? null : await TryStartAsync(toolFolder, options, last, cancellation))
            ?? await TryStartAsync(toolFolder, options, new(0, 0, 0, 0), cancellation)
            ?? throw new LocalHostException($"Azurite did not start. The end of its log:\n{LogEnd(options.Folder)}");
    }

    /// <summary>Starts Azurite on given ports; null when it ended at once, for instance because a port is taken.</summary>
    public static async Task<AzuriteAddress?> TryStartAsync(
        string toolFolder, AzuriteOptions options, AzuriteAddress ports, CancellationToken cancellation)
    {
        using var process = Process.Start(Command(toolFolder, options, ports))!;
        process.StandardInput.Close();
        var started = Stopwatch.GetTimestamp();
        while (!process.HasExited && !cancellation.IsCancellationRequested && Stopwatch.GetElapsedTime(started) < StartLimit)
        {
            if (AzuriteAddress.Read(options.Folder) is { } address && address.Pid == process.Id)
            {
                return address;
            }
            await Task.Delay(20, CancellationToken.None);
        }
        process.Kill();
        cancellation.ThrowIfCancellationRequested();
        return null;
    }

    /// <summary>Waits until the process has ended; it need not be our child.</summary>
    public static async Task WaitForEndAsync(int pid, CancellationToken cancellation)
    {
        if (TryGet(pid) is { } process)
        {
            using (process)
            {
                await process.WaitForExitAsync(cancellation);
            }
        }
    }

    /// <summary>Asks Azurite to save and end; kills it when it does not, and at once where it has nothing to save.</summary>
    public static async Task StopAsync(AzuriteAddress address, AzuriteOptions options)
    {
        if (TryGet(address.Pid) is { } process)
        {
            using (process)
            {
                await (options.InMemory ? KillAsync(process) : AskAsync(process));
            }
        }
        File.Delete(Path.Combine(options.Folder, "owner"));
    }

    private static async Task AskAsync(Process process)
    {
        using var limit = new CancellationTokenSource(StopLimit);
        Signals.Terminate(process);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }
    }

    private static Task KillAsync(Process process)
    {
        process.Kill();
        return process.WaitForExitAsync();
    }

    private static ProcessStartInfo Command(string toolFolder, AzuriteOptions options, AzuriteAddress ports)
    {
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = toolFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            Path.Combine("Azurite", "launch.cjs"), options.Folder, $"{options.Grace.TotalSeconds:F0}",
            "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1",
            "--blobPort", $"{ports.Blob}", "--queuePort", $"{ports.Queue}", "--tablePort", $"{ports.Table}",
            "--queueKeepAliveTimeout", "120", "--tableKeepAliveTimeout", "120",
            "--disableTelemetry", "--skipApiVersionCheck", "--silent",
            .. options.InMemory ? ["--inMemoryPersistence"] : (string[])["--location", options.Folder],
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        start.Environment["AZURITE_ACCOUNTS"] = string.Join(';', options.Accounts.Select(a => $"{a}:{AzuriteOptions.DevelopmentKey}"));
        if (options.CountsOperations)
        {
            start.Environment["CX_COUNT_OPERATIONS"] = "1";
        }
        return start;
    }

    private static bool IsAlive(int pid)
    {
        using var process = TryGet(pid);
        return process is { HasExited: false };
    }

    private static Process? TryGet(int pid)
    {
        try
        {
            return Process.GetProcessById(pid);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string LogEnd(string folder)
    {
        var log = Path.Combine(folder, "azurite.log");
        return File.Exists(log) ? string.Join('\n', File.ReadLines(log).TakeLast(10)) : "(none)";
    }
}
