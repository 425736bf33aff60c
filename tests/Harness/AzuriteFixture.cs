using CxFunctions.LocalHost.Azurite;

namespace CxFunctions.Tests.Harness;

/// <summary>A storage emulator of this test run: in memory, on free ports, installed where it is missing, gone afterwards.</summary>
public sealed class AzuriteFixture : IAsyncDisposable
{
    private readonly AzuriteServer _server;
    private readonly string _folder;

    private AzuriteFixture(AzuriteServer server, string folder) => (_server, _folder) = (server, folder);

    public string ConnectionString => _server.ConnectionString();

    /// <exception cref="LocalHost.LocalHostException">Node is missing, npm failed, or the emulator did not start.</exception>
    public static async Task<AzuriteFixture> StartAsync(CancellationToken cancellationToken = default)
    {
        var folder = Directory.CreateTempSubdirectory("azurite-").FullName;
        // Should the test run be killed, the emulator ends soon after it.
        var options = new AzuriteOptions { Folder = folder, InMemory = true, Grace = TimeSpan.FromSeconds(5) };
        return new(await AzuriteServer.StartAsync(options, Console.Error.WriteLine, cancellationToken), folder);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
