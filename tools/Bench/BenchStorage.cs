using CxFunctions.LocalHost.Azurite;

namespace CxFunctions.Bench;

/// <summary>A storage emulator for one run, in memory, gone afterwards.</summary>
internal sealed class BenchStorage : IAsyncDisposable
{
    private readonly AzuriteServer _server;
    private readonly string _folder;

    private BenchStorage(AzuriteServer server, string folder) => (_server, _folder) = (server, folder);

    public string ConnectionString => _server.ConnectionString();

    public static async Task<BenchStorage> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("cx-bench-").FullName;
        Environment.SetEnvironmentVariable("NODE_OPTIONS", "--max-old-space-size=8192");
        var options = new AzuriteOptions { Folder = folder, InMemory = true, Grace = TimeSpan.FromSeconds(5) };
        return new(await AzuriteServer.StartAsync(options, Console.Error.WriteLine, CancellationToken.None), folder);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
