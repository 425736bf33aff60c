using Azure.Storage.Queues;
using CxFunctions.LocalHost.Azurite;

namespace CxFunctions.Bench;

/// <summary>A storage emulator for one run: keeps its data in files as a normal run's does, counts its requests, gone afterwards.</summary>
internal sealed class BenchStorage : IAsyncDisposable
{
    private readonly AzuriteServer _server;

    private BenchStorage(AzuriteServer server, string folder) => (_server, Folder) = (server, folder);

    public string ConnectionString => _server.ConnectionString();

    public int ProcessId => _server.ProcessId;

    /// <summary>For whatever else the run keeps.</summary>
    public string Folder { get; }

    /// <summary>Where it tells its counts.</summary>
    public Uri Counts => new(new QueueServiceClient(ConnectionString).Uri, "/--operations");

    public static async Task<BenchStorage> StartAsync(CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("cx-bench-").FullName;
        var options = new AzuriteOptions { Folder = Path.Combine(folder, "azurite"), CountsOperations = true, Grace = TimeSpan.FromSeconds(5) };
        return new(await AzuriteServer.StartAsync(options, Console.Error.WriteLine, cancellation), folder);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
