using CxFunctions.LocalHost.Azurite;

namespace CxFunctions.Tests.Harness;

/// <summary>One Azurite for the whole test process, in memory; started with the first account that is asked for.</summary>
public static class SharedAzurite
{
    private const int AccountCount = 400;
    private static readonly Lazy<Task<AzuriteServer>> Server = new(StartAsync);
    private static int _taken;

    /// <summary>The storage of a new account, empty and nobody else's.</summary>
    public static async Task<string> NewAccountAsync()
    {
        var number = Interlocked.Increment(ref _taken);
        return number <= AccountCount
            ? (await Server.Value).ConnectionString(Name(number))
            : throw new InvalidOperationException($"This test process has used all {AccountCount} storage accounts; give SharedAzurite more.");
    }

    private static async Task<AzuriteServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("cx-azurite-");
        // The launcher ends Azurite a few seconds after this process, however that ends.
        var server = await AzuriteServer.StartAsync(
            new AzuriteOptions
            {
                Folder = folder.FullName,
                InMemory = true,
                Accounts = [.. Enumerable.Range(1, AccountCount).Select(Name)],
                Grace = TimeSpan.FromSeconds(5),
            },
            _ => { },
            CancellationToken.None);
        // Quick, since what is in memory needs no saving: the test runner complains of a process that is there a second later.
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            server.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(10));
            folder.Delete(recursive: true);
        };
        return server;
    }

    private static string Name(int number) => $"cxtest{number:000}";
}
