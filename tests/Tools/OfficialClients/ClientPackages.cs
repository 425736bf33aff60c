using System.Diagnostics;

namespace CxFunctions.Tests.Tools.OfficialClients;

/// <summary>The clients in node_modules, installed from the lock file where they are missing or of another version.</summary>
internal static class ClientPackages
{
    public static readonly string Folder = RepositoryRoot.Of("tests/Tools/OfficialClients");

    private static readonly Lazy<Task> Installed = new(InstallAsync);

    /// <exception cref="InvalidOperationException">npm is missing or could not install them; the message is npm's own.</exception>
    public static Task EnsureAsync() => Installed.Value;

    private static async Task InstallAsync()
    {
        // Test processes of one clone share the folder.
        using var turn = await TakeTurnAsync(RepositoryRoot.Of("tests/Tools/obj/clients.lock"));
        if (IsCurrent())
        {
            return;
        }

        var (exit, output, error) = await RunAsync(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "ci", "--no-fund", "--no-audit");
        if (exit != 0 || !IsCurrent())
        {
            throw new InvalidOperationException($"npm ci in tests/Tools/OfficialClients failed (exit code {exit}). It said:\n{output}{error}");
        }
    }

    /// <summary>npm writes what it installed into a list of its own: the lock file without the package itself.</summary>
    private static bool IsCurrent()
    {
        var installed = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
        return installed.Exists && installed.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json"));
    }

    /// <summary>Runs a program in the folder of the clients, to its end or for a minute at most.</summary>
    public static async Task<(int Exit, string Output, string Error)> RunAsync(string program, params string[] arguments)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(program == "node" ? 1 : 5));
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        return (process.ExitCode, await output, await error);
    }

    private static async Task<FileStream> TakeTurnAsync(string path)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException)
            {
                await Task.Delay(200);
            }
        }
    }
}
