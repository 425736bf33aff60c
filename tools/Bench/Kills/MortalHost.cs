using System.Diagnostics;
using System.Text.Json.Nodes;
using CxFunctions.LocalHost;

namespace CxFunctions.Bench.Kills;

/// <summary>LocalHost with the app as a worker process, both of which can be killed; on the same ports, folder and storage each time.</summary>
internal sealed class MortalHost : IAsyncDisposable
{
    private readonly string _folder;
    private readonly string _storage;
    private readonly int _port = FreePort.Any();
    private readonly int _sandboxPort = FreePort.Any();
    private Process? _process;

    private MortalHost(string folder, string storage) => (_folder, _storage) = (folder, storage);

    public Uri Url => new($"http://127.0.0.1:{_port}");

    public Uri Sandbox => new($"http://127.0.0.1:{_sandboxPort}");

    /// <param name="folder">For its data and programs.</param>
    /// <param name="storage">Where it keeps what it remembers.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="change">Changes the program.</param>
    public static async Task<MortalHost> StartAsync(string folder, string storage, CancellationToken cancellation, Action<JsonNode>? change = null)
    {
        var host = new MortalHost(folder, storage);
        try
        {
            host.WriteProgram(change);
            await host.StartAsync(cancellation);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    public async Task KillAndStartAsync(CancellationToken cancellation)
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(cancellation);
        _process.Dispose();
        await StartAsync(cancellation);
    }

    public ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
        }
        _process?.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <exception cref="InvalidOperationException">It ended before it was ready.</exception>
    private async Task StartAsync(CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in (string[])
        [
            Path.Combine(AppContext.BaseDirectory, "LocalHost.dll"), "--worker", "process", "--no-demo", "--clock", "1", "--port", $"{_port}", "--sandbox-port", $"{_sandboxPort}",
            "--data", Path.Combine(_folder, "host"), "--storage", _storage,
        ])
        {
            start.ArgumentList.Add(argument);
        }
        start.Environment["Cx__Programs"] = Path.Combine(_folder, "programs");
        _process = Process.Start(start)!;
        while (await _process.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            if (line.StartsWith("Ready in", StringComparison.Ordinal))
            {
                _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return;
            }
        }
        throw new InvalidOperationException("The host ended before it was ready.");
    }

    /// <summary>The sample program of a shop, asking at once and at any hour of the day.</summary>
    private void WriteProgram(Action<JsonNode>? change)
    {
        var program = JsonNode.Parse(File.ReadAllText(Path.Combine(RepositoryFolder.Find(), "functions", "Catalog", "Programs", "retail.json")))!;
        program["wakingHours"] = new JsonObject { ["from"] = "00:00:00", ["to"] = "23:59:59" };
        foreach (var touchpoint in program["touchpoints"]!.AsArray())
        {
            touchpoint!["delay"] = "PT0S";
        }
        change?.Invoke(program);
        Directory.CreateDirectory(Path.Combine(_folder, "programs"));
        File.WriteAllText(Path.Combine(_folder, "programs", "retail.json"), program.ToJsonString());
    }
}
