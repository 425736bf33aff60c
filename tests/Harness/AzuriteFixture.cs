using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CxFunctions.Tests.Harness;

/// <summary>A storage emulator of this test run, in memory, on free ports; gone afterwards. Installs itself where it is missing.</summary>
public sealed class AzuriteFixture : IAsyncDisposable
{
    private const string Account = "devstoreaccount1";

    // Published constant of the emulator, the same on every machine.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly Process _process;
    private readonly string _folder;

    private AzuriteFixture(Process process, string folder, int[] ports)
    {
        (_process, _folder) = (process, folder);
        TableEndpoint = new($"http://127.0.0.1:{ports[2]}/{Account}");
        ConnectionString = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
            + $"BlobEndpoint=http://127.0.0.1:{ports[0]}/{Account};QueueEndpoint=http://127.0.0.1:{ports[1]}/{Account};TableEndpoint={TableEndpoint};";
    }

    public string ConnectionString { get; }

    public Uri TableEndpoint { get; }

    /// <exception cref="InvalidOperationException">Node is missing, or the emulator did not start; the message says which.</exception>
    public static async Task<AzuriteFixture> StartAsync()
    {
        var script = await AzuriteInstallation.EnsureAsync();
        var folder = Directory.CreateTempSubdirectory("azurite-").FullName;
        int[] ports = [FreePort(), FreePort(), FreePort()];
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            script, "--inMemoryPersistence", "--disableTelemetry", "--skipApiVersionCheck", "--silent",
            "--blobPort", $"{ports[0]}", "--queuePort", $"{ports[1]}", "--tablePort", $"{ports[2]}",
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        var fixture = new AzuriteFixture(Process.Start(start)!, folder, ports);
        await Task.WhenAll(ports.Select(fixture.WaitForAsync));
        return fixture;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitForAsync(int port)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException) when (!_process.HasExited && Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(60))
            {
                await Task.Delay(50);
            }
            catch (SocketException)
            {
                throw new InvalidOperationException("Azurite did not start: " + (_process.HasExited ? await _process.StandardError.ReadToEndAsync() : "no answer within a minute."));
            }
        }
    }
}
