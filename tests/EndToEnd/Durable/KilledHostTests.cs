using System.Diagnostics;
using System.Text.Json;

namespace CxFunctions.Tests.EndToEnd.Durable;

/// <summary>The crash run of the benches, small; the large one is `Bench -- crash`.</summary>
public class KilledHostTests
{
    [Fact]
    public async Task A_durable_host_that_is_killed_again_and_again_loses_nothing_and_repeats_nothing_that_was_committed()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "Bench.dll"), "crash", "--journeys", "60", "--kills", "4", "--timer-seconds", "3"])
        {
            start.ArgumentList.Add(argument);
        }

        using var run = Process.Start(start)!;
        var output = await run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        var findings = JsonDocument.Parse(output.TrimEnd().Split('\n')[^1]).RootElement;

        Assert.Equal((60, 4), (findings.GetProperty("journeys").GetInt32(), findings.GetProperty("kills").GetInt32()));
        foreach (var count in new[] { "lost", "wrong", "ranAfterCommit", "errors" })
        {
            Assert.Equal(0, findings.GetProperty(count).GetInt32());
        }

        Assert.Equal(0, run.ExitCode);
    }
}
