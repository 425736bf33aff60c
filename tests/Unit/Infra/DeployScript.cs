using System.Diagnostics;

namespace CxFunctions.Tests.Unit.Infra;

/// <summary>Runs deploy.sh with stand-ins of its tools that only write down how they were called.</summary>
internal sealed class DeployScript : IDisposable
{
    private const string StandIn = """
        #!/bin/bash
        call="${0##*/} $*"
        echo "$call" >> "$CALLS"
        [[ -z "$FAILS" || "$call" != "$FAILS"* ]] || { echo "refused" >&2; exit 1; }
        [[ "$call" != dotnet* ]] || mkdir -p "${call##* }"
        [[ "$call" != *outputs.* ]] || { output="${call##*outputs.}"; echo "the-${output%%.*}"; }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("deploy").FullName;

    public DeployScript()
    {
        foreach (var tool in new[] { "az", "dotnet", "zip", "curl", "sleep" })
        {
            var path = Path.Combine(_folder, tool);
            File.WriteAllText(path, StandIn);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            }
        }
        Directory.CreateDirectory(Path.Combine(_folder, "tmp"));
    }

    /// <summary>Each call of a tool, in order.</summary>
    public IReadOnlyList<string> Calls => File.Exists(CallsFile) ? File.ReadAllLines(CallsFile) : [];

    /// <summary>What the script left in its folder for temporary files.</summary>
    public IEnumerable<string> Left => Directory.EnumerateFileSystemEntries(Path.Combine(_folder, "tmp"));

    private string CallsFile => Path.Combine(_folder, "calls");

    /// <param name="arguments">Of the script.</param>
    /// <param name="smsFrom">CX_SMS_FROM; null where not set.</param>
    /// <param name="managers">Whether the addresses of managers are set.</param>
    /// <param name="fails">How the call begins that fails.</param>
    public (int Code, string Error) Run(string arguments, string? smsFrom = "+18005550100", bool managers = true, string fails = "")
    {
        var start = new ProcessStartInfo("bash", $"{Path.Combine(Template.Root, "deploy.sh")} {arguments}") { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["PATH"] = $"{_folder}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["TMPDIR"] = Path.Combine(_folder, "tmp");
        start.Environment["CALLS"] = CallsFile;
        start.Environment["FAILS"] = fails;
        start.Environment["CX_SMS_FROM"] = smsFrom;
        start.Environment["CX_MANAGER_EMAIL"] = start.Environment["CX_REGIONAL_EMAIL"] = managers ? "manager@cx.example" : null;
        using var script = Process.Start(start)!;
        var output = script.StandardOutput.ReadToEndAsync();
        var error = script.StandardError.ReadToEnd();
        script.WaitForExit();
        output.GetAwaiter().GetResult();
        return (script.ExitCode, error);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
