using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CxFunctions.LocalHost;

/// <summary>Asks a process to end, where the platform knows how to ask.</summary>
internal static partial class Signals
{
    private const int SigTerm = 15;

    public static void Terminate(Process process)
    {
        if (OperatingSystem.IsWindows())
        {
            process.Kill();
        }
        else
        {
            // Fails only when the process has just ended, which is what was asked for.
            _ = Kill(process.Id, SigTerm);
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Kill(int pid, int signal);
}
