using System.Diagnostics;
using System.Globalization;

/// <summary>
/// What runs in a child worker before its own Program, by the runtime's own means (DOTNET_STARTUP_HOOKS, which fixes this class's
/// name and place): the worker ends when its host does, however that ends. The official worker would stay.
/// </summary>
internal static class StartupHook
{
    private const string Variable = "LOCALHOST_PROCESS";

    /// <summary>Adds this hook to the environment of a process that is about to be started by this one.</summary>
    public static void AddTo(IDictionary<string, string?> environment)
    {
        string?[] hooks = [environment.TryGetValue("DOTNET_STARTUP_HOOKS", out var others) ? others : null, typeof(StartupHook).Assembly.Location];
        environment["DOTNET_STARTUP_HOOKS"] = string.Join(Path.PathSeparator, hooks.Where(hook => hook is { Length: > 0 }));
        environment[Variable] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Called by the runtime, in the new process.</summary>
    public static void Initialize()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var host))
        {
            // What this process starts itself is not the host's.
            Environment.SetEnvironmentVariable(Variable, null);
            new Thread(() => EndWith(host)) { IsBackground = true, Name = "Ends with its host" }.Start();
        }
    }

    private static void EndWith(int host)
    {
        try
        {
            using var process = Process.GetProcessById(host);
            process.WaitForExit();
        }
        catch (ArgumentException)
        {
            // It has ended already.
        }
        Environment.Exit(1);
    }
}
