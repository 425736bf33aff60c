using CxFunctions.LocalHost.Azurite;
using CxFunctions.Tests.Contract.Durable;

[assembly: AssemblyFixture(typeof(StorageEmulator))]

namespace CxFunctions.Tests.Contract.Durable;

/// <summary>One storage emulator for all durable tests, started when the first one asks and gone with the last.</summary>
public sealed class StorageEmulator : IAsyncDisposable
{
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), $"cx-durable-{Environment.ProcessId}");
    private static readonly Lazy<Task<AzuriteServer>> Server = new(() => AzuriteServer.StartAsync(
        new AzuriteOptions { Folder = Folder, InMemory = true, Grace = TimeSpan.FromSeconds(5) }, _ => { }, CancellationToken.None));

    public static async Task<string> ConnectionStringAsync() => (await Server.Value).ConnectionString();

    public async ValueTask DisposeAsync()
    {
        if (Server.IsValueCreated)
        {
            await (await Server.Value).DisposeAsync();
            Directory.Delete(Folder, recursive: true);
        }
    }
}
