namespace CxFunctions.LocalHost.Azurite;

/// <summary>A supervised Azurite: there while this lives, back on the same ports after a crash, gone afterwards.</summary>
public sealed class AzuriteServer : IAsyncDisposable
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private readonly string _toolFolder;
    private readonly AzuriteOptions _options;
    private readonly Action<string> _say;
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _supervision;
    private volatile AzuriteAddress _address;

    private AzuriteServer(string toolFolder, AzuriteOptions options, Action<string> say, AzuriteAddress address, bool found)
    {
        (_toolFolder, _options, _say, _address, WasFound) = (toolFolder, options, say, address, found);
        _supervision = Task.Run(SuperviseAsync);
    }

    /// <summary>Whether it was running already, left behind by a host that was killed.</summary>
    public bool WasFound { get; }

    /// <summary>The process that serves now.</summary>
    public int ProcessId => _address.Pid;

    /// <summary>Starts Azurite, or takes over the one that a killed host left in this folder.</summary>
    /// <param name="options">How to run it.</param>
    /// <param name="say">Told what happens, a line at a time.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The running server.</returns>
    /// <exception cref="LocalHostException">Node is missing, npm failed, or Azurite did not start.</exception>
    public static async Task<AzuriteServer> StartAsync(AzuriteOptions options, Action<string> say, CancellationToken cancellation)
    {
        var toolFolder = Path.Combine(RepositoryFolder.Find(), "tools", "LocalHost");
        Directory.CreateDirectory(options.Folder);
        await File.WriteAllTextAsync(Path.Combine(options.Folder, "owner"), $"{Environment.ProcessId}", cancellation);
        var found = await AzuriteProcess.FindAsync(options.Folder, cancellation);
        if (found is null)
        {
            await AzuriteInstall.EnsureAsync(toolFolder, say, cancellation);
        }
        var address = found ?? await AzuriteProcess.StartAsync(toolFolder, options, cancellation);
        return new AzuriteServer(toolFolder, options, say, address, found is not null);
    }

    /// <summary>Ends the Azurite that a killed host left in a folder, if there is one.</summary>
    internal static async Task EndLeftBehindAsync(string folder, CancellationToken cancellation)
    {
        if (await AzuriteProcess.FindAsync(folder, cancellation) is { } left)
        {
            await AzuriteProcess.StopAsync(left, new AzuriteOptions { Folder = folder });
        }
    }

    /// <summary>How to reach an account of it.</summary>
    /// <param name="account">One of the accounts it was started with.</param>
    /// <returns>A storage connection string.</returns>
    public string ConnectionString(string account = AzuriteOptions.DevelopmentAccount) => _address.ConnectionString(account);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_ending.IsCancellationRequested)
        {
            await _ending.CancelAsync();
            await _supervision;
            await AzuriteProcess.StopAsync(_address, _options);
        }
    }

    private async Task SuperviseAsync()
    {
        try
        {
            while (true)
            {
                await AzuriteProcess.WaitForEndAsync(_address.Pid, _ending.Token);
                _ending.Token.ThrowIfCancellationRequested();
                _say($"Azurite (process {_address.Pid}) has ended unasked; starting it again.");
                _address = await RestartAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed.
        }
    }

    // The app holds a connection string, so it has to come back where it was, however long that takes.
    private async Task<AzuriteAddress> RestartAsync()
    {
        for (var pause = TimeSpan.FromMilliseconds(100); ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            if (await AzuriteProcess.TryStartAsync(_toolFolder, _options, _address, _ending.Token) is { } address)
            {
                return address;
            }
            _say($"Azurite does not start on its ports; trying again in {pause.TotalSeconds:0.#} s.");
            await Task.Delay(pause, _ending.Token);
        }
    }
}
