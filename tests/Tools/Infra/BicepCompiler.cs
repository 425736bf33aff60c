using System.Diagnostics;
using System.Reflection;

namespace CxFunctions.Tests.Tools.Infra;

/// <summary>The real compiler, from its package or, on a machine that the package does not run on, an installed one.</summary>
internal static class BicepCompiler
{
    private static readonly string? Found = FromPackage() ?? Installed();

    public static bool IsHere => Found is not null;

    /// <summary>Skips the test that asks, and says what stays unchecked, where the machine has no compiler.</summary>
    public static void Demand() =>
        Assert.SkipUnless(IsHere, "The templates were not checked: the package of the Bicep compiler is for Linux on x64, and no `bicep` is on the PATH.");

    /// <summary>Runs one command in a folder; none of the environment variables that a parameter file reads is set but those given.</summary>
    public static async Task<CompilerRun> RunAsync(string folder, string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(Found!, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("CX_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output + await error);
    }

    private static string? FromPackage()
    {
        var path = typeof(BicepCompiler).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == "BicepCompiler")?.Value;
        if (path is null || OperatingSystem.IsWindows())
        {
            return null;
        }

        // Packages are unpacked without the right to run what is in them.
        var mode = File.GetUnixFileMode(path);
        if (!mode.HasFlag(UnixFileMode.UserExecute))
        {
            File.SetUnixFileMode(path, mode | UnixFileMode.UserExecute);
        }
        return path;
    }

    private static string? Installed() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "bicep.exe" : "bicep"))
            .FirstOrDefault(File.Exists);
}

/// <summary>How a command of the compiler ended.</summary>
internal sealed record CompilerRun(int ExitCode, string Output)
{
    public IReadOnlyList<Finding> Findings { get; } = Finding.All(Output);
}
