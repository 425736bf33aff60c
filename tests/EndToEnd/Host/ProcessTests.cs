using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CxFunctions.Tests.Harness;

namespace CxFunctions.Tests.EndToEnd.Host;

/// <summary>LocalHost as users meet it: a process with signals, an exit code and an Azurite of its own.</summary>
public sealed partial class ProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cx-process-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Asked_to_end_it_ends_with_0_and_leaves_no_process(string signal)
    {
        await using var host = await StartAsync();
        var azurite = Azurite();
        await host.AskToEndAsync(signal);
        Assert.Equal(0, host.ExitCode);
        Assert.False(IsAlive(azurite), "Azurite is still there");
    }

    [Fact]
    public async Task The_Azurite_and_the_address_of_a_killed_host_are_used_again()
    {
        await using var first = await StartAsync();
        // Asked before it dies: it may not have said all that it says after "Ready".
        var (azurite, url) = (Azurite(), first.Url);
        await first.KillAsync();
        Assert.True(IsAlive(azurite), "Azurite went with its host");
        await using var second = await StartAsync();
        Assert.Contains(second.Output, line => line.Contains($"Azurite runs still (process {azurite})", StringComparison.Ordinal));
        Assert.Equal(azurite, Azurite());
        Assert.Equal(url, second.Url);
        await second.AskToEndAsync("TERM");
        Assert.False(IsAlive(azurite), "Azurite is still there");
    }

    [Fact]
    public async Task The_worker_of_a_killed_host_ends_too()
    {
        await using var host = await StartAsync("--worker", "process");
        var worker = int.Parse(host.Output.Select(line => WorkerLine().Match(line)).Single(match => match.Success).Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.True(IsAlive(worker));
        await host.KillAsync();
        var until = DateTime.UtcNow.AddSeconds(10);
        while (IsAlive(worker))
        {
            Assert.True(DateTime.UtcNow < until, "the worker is still there");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        // It takes Azurite over, and away.
        await using var second = await StartAsync();
    }

    [Fact]
    public async Task An_Azurite_that_dies_comes_back_on_the_same_ports()
    {
        await using var host = await StartAsync();
        var before = Address();
        using (var azurite = Process.GetProcessById(Azurite()))
        {
            azurite.Kill();
        }
        var until = DateTime.UtcNow.AddSeconds(30);
        while (!File.Exists(AddressFile) || Azurite() == before.GetProperty("pid").GetInt32())
        {
            Assert.True(DateTime.UtcNow < until, "Azurite did not come back");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        Assert.Equal(before.GetProperty("queue").GetInt32(), Address().GetProperty("queue").GetInt32());
    }

    [Fact]
    public async Task A_taken_port_is_named_and_the_exit_code_is_1()
    {
        await using var first = await StartAsync();
        await using var second = ChildHost.Start(
            "--no-demo", "--port", $"{first.Url.Port}", "--sandbox-port", "0", "--data", Path.Combine(_folder, "second"));
        await second.EndedAsync();
        Assert.Equal(1, second.ExitCode);
        Assert.Contains(second.Output, line => line.Contains($"Port {first.Url.Port} is in use", StringComparison.Ordinal));
        Assert.DoesNotContain(second.Output, line => line.Contains("   at ", StringComparison.Ordinal));
    }

    private string AddressFile => Path.Combine(_folder, "data", "azurite", "azurite.json");

    private static bool IsAlive(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private Task<ChildHost> StartAsync(params string[] more) =>
        ChildHost.Start(["--no-demo", "--port", "0", "--sandbox-port", "0", "--data", Path.Combine(_folder, "data"), .. more]).ReadyAsync();

    [GeneratedRegex(@"^The app runs \(process (\d+)\)")]
    private static partial Regex WorkerLine();

    private JsonElement Address() => JsonDocument.Parse(File.ReadAllText(AddressFile)).RootElement;

    private int Azurite() => Address().GetProperty("pid").GetInt32();
}
