using System.Diagnostics;
using Microsoft.Playwright;

namespace CxFunctions.Tests.Browser.BrowserFixture;

/// <summary>
/// Finds a Chromium: Debian's, else Playwright's own, else Debian's package is installed, else the test run says what is missing. The one
/// without a window goes first: it draws the same pages, and not the browser around them again and again.
/// </summary>
internal static class Chromium
{
    private static readonly string[] Known = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    public static async Task<IBrowser> LaunchAsync(IPlaywright playwright)
    {
        if (Known.FirstOrDefault(File.Exists) is { } found)
        {
            return await LaunchAsync(playwright, found);
        }
        if (File.Exists(playwright.Chromium.ExecutablePath) || Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0)
        {
            return await LaunchAsync(playwright, null);
        }
        if (Environment.UserName == "root" && Run("apt-get", "update")
            && (Run("apt-get", "install -y chromium-headless-shell") || Run("apt-get", "install -y chromium"))
            && Known.FirstOrDefault(File.Exists) is { } installed)
        {
            return await LaunchAsync(playwright, installed);
        }
        throw new InvalidOperationException(
            "The browser tests need Chromium, and none was found. Install it (Debian: apt-get install chromium) and run the tests again.");
    }

    // Root has no user namespaces to sandbox with; shared memory is small in containers.
    private static Task<IBrowser> LaunchAsync(IPlaywright playwright, string? executable) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = ["--no-sandbox", "--disable-dev-shm-usage"] });

    private static bool Run(string command, string arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, arguments) { UseShellExecute = false });
            process!.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
