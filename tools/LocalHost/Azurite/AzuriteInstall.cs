using System.ComponentModel;
using System.Diagnostics;

namespace CxFunctions.LocalHost.Azurite;

/// <summary>Azurite in node_modules, installed from the lock file when it is missing or of another version.</summary>
internal static class AzuriteInstall
{
    public const string Version = "3.35.0";
    private const int LowestNode = 20;

    /// <exception cref="LocalHostException">Node or npm is missing, too old, or the installation failed.</exception>
    public static async Task EnsureAsync(string toolFolder, Action<string> say, CancellationToken cancellation)
    {
        await CheckNodeAsync(cancellation);
        if (IsInstalled(toolFolder))
        {
            return;
        }
        // Several test assemblies may find it missing at once.
        using var turn = await TakeTurnAsync(Path.Combine(toolFolder, "obj", "npm.lock"), cancellation);
        if (IsInstalled(toolFolder))
        {
            return;
        }
        say($"Installing Azurite {Version} with npm ci (once; about 190 MB) …");
        var (exit, output) = await RunAsync(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "ci --no-fund --no-audit", toolFolder, cancellation);
        if (exit != 0 || !IsInstalled(toolFolder))
        {
            throw new LocalHostException($"npm ci in tools/LocalHost failed (exit code {exit}). It said:\n{output.Trim()}");
        }
    }

    private static bool IsInstalled(string toolFolder)
    {
        var manifest = Path.Combine(toolFolder, "node_modules", "azurite", "package.json");
        return File.Exists(manifest) && File.ReadAllText(manifest).Contains($"\"version\": \"{Version}\"", StringComparison.Ordinal);
    }

    private static async Task CheckNodeAsync(CancellationToken cancellation)
    {
        var (_, output) = await RunAsync("node", "--version", Environment.CurrentDirectory, cancellation);
        if (!System.Version.TryParse(output.Trim().TrimStart('v'), out var version) || version.Major < LowestNode)
        {
            throw new LocalHostException(
                $"Node.js {LowestNode} or later is needed for the storage emulator; `node --version` says \"{output.Trim()}\". "
                + "Install it from https://nodejs.org, or give --storage CONNECTION to use a storage account instead.");
        }
    }

    private static async Task<(int Exit, string Output)> RunAsync(string program, string arguments, string folder, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var error = process.StandardError.ReadToEndAsync(cancellation);
            try
            {
                await process.WaitForExitAsync(cancellation);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }
            return (process.ExitCode, await output + await error);
        }
        catch (Win32Exception)
        {
            throw new LocalHostException(
                $"`{Path.GetFileNameWithoutExtension(program)}` was not found. Node.js {LowestNode} or later, which brings npm, is needed for the "
                + "storage emulator: install it from https://nodejs.org, or give --storage CONNECTION to use a storage account instead.");
        }
    }

    private static async Task<FileStream> TakeTurnAsync(string path, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException)
            {
                await Task.Delay(200, cancellation);
            }
        }
    }
}
