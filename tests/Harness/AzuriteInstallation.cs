using System.ComponentModel;
using System.Diagnostics;

namespace CxFunctions.Tests.Harness;

/// <summary>The emulator's script, installed from the lock file of LocalHost where it is missing.</summary>
internal static class AzuriteInstallation
{
    /// <exception cref="InvalidOperationException">npm is missing or failed.</exception>
    public static async Task<string> EnsureAsync()
    {
        var home = Path.Combine(RepositoryRoot(), "tools", "LocalHost");
        var script = Path.Combine(home, "node_modules", "azurite", "dist", "src", "azurite.js");
        // Several test projects may find it missing at once; one installs, the others wait for it.
        await using var turn = File.Exists(script) ? null : await TakeTurnAsync(Path.Combine(home, "npm.lock"));
        if (!File.Exists(script))
        {
            await InstallAsync(home);
        }
        return script;
    }

    private static async Task InstallAsync(string home)
    {
        try
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", "ci --no-audit --no-fund") { WorkingDirectory = home, RedirectStandardError = true })!;
            var complaints = npm.StandardError.ReadToEndAsync();
            await npm.WaitForExitAsync();
            if (npm.ExitCode != 0)
            {
                throw new InvalidOperationException($"npm ci in tools/LocalHost failed: {await complaints}");
            }
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException("npm was not found. Node.js 20 or later is needed for the storage emulator.");
        }
    }

    private static async Task<FileStream> TakeTurnAsync(string path)
    {
        while (true)
        {
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException)
            {
                await Task.Delay(200);
            }
        }
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CxFunctions.sln")))
            {
                return folder.FullName;
            }
        }
        throw new InvalidOperationException("The tests run outside of the repository.");
    }
}
