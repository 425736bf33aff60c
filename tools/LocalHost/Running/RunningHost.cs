using Azure.Data.Tables;
using CxFunctions.Dashboard.SignIn;
using CxFunctions.Foundation;
using CxFunctions.LocalHost.Http;
using CxFunctions.Sandbox;
using Microsoft.Extensions.Options;

namespace CxFunctions.LocalHost.Running;

/// <summary>The app, running on this machine with everything it needs; ended by its disposal.</summary>
public sealed class RunningHost : IAsyncDisposable
{
    private readonly HostParts _parts;
    private int _disposed;

    private RunningHost(HostParts parts) => _parts = parts;

    /// <summary>The app's address.</summary>
    public Uri Url => _parts.Url;

    /// <summary>The app's services.</summary>
    public IServiceProvider Services => _parts.Worker!.Services;

    /// <summary>The time the app lives in.</summary>
    public TimeProvider Clock => _parts.Clock.Provider;

    /// <summary>Connection string of the storage that the app uses.</summary>
    public string Storage => _parts.Storage!;

    /// <summary>The outside world of this host.</summary>
    public SandboxServer Sandbox => _parts.Sandbox ?? throw new InvalidOperationException("This host runs without a Sandbox.");

    /// <summary>The process of the storage emulator, or null where another storage is used.</summary>
    public int? AzuriteProcessId => _parts.Azurite?.ProcessId;

    /// <summary>Where this host keeps its state.</summary>
    public string DataFolder => _parts.Folder.Path;

    /// <summary>A key that opens every function of level Function.</summary>
    public string HostKey => _parts.Keys.Host;

    /// <summary>A key that opens every function.</summary>
    public string MasterKey => _parts.Keys.Master;

    /// <summary>An address that opens the dashboard once, for a quarter of an hour.</summary>
    public async Task<Uri> NewSignInLinkAsync(CancellationToken cancellation = default)
    {
        var links = new SignInLinkStore(new TableServiceClient(Storage), Options.Create(new CxOptions { StaffSession = _parts.StaffSession }), Clock);
        return new Uri(Url, SignInLinkStore.Path + await links.CreateAsync(cancellation));
    }

    /// <summary>Done, or failed, when the app has ended by itself.</summary>
    public Task Ended => _parts.Worker!.Ended;

    /// <summary>Whether journeys survive a restart: not where time does not run as outside.</summary>
    public bool KeepsJourneys => _parts.Hub is null;

    internal HostParts Parts => _parts;

    internal FunctionKeys Keys => _parts.Keys;

    /// <summary>Starts storage, Sandbox and app; done when functions run.</summary>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Gives up; what has been started is stopped.</param>
    /// <returns>The running host.</returns>
    /// <exception cref="LocalHostException">Something that the user can mend.</exception>
    public static async Task<RunningHost> StartAsync(LocalHostOptions options, CancellationToken cancellation = default)
    {
        var parts = new HostParts(options);
        try
        {
            await parts.StartAsync(cancellation);
            return new RunningHost(parts);
        }
        catch
        {
            await parts.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until nothing is going on: no request, no function, no visible message, no orchestration step.</summary>
    /// <param name="limit">How long at most, in real time; one minute when null.</param>
    /// <returns>Done when all is quiet.</returns>
    /// <exception cref="TimeoutException">It did not come to rest; the message says what still moves.</exception>
    public Task WhenIdleAsync(TimeSpan? limit = null) => _parts.Idle.WaitAsync(limit ?? TimeSpan.FromMinutes(1));

    /// <summary>Steps a clock that stands still: to each due time in turn, and on when the host has come to rest.</summary>
    /// <param name="by">How far.</param>
    /// <returns>Done when the time has come and all is quiet.</returns>
    /// <exception cref="InvalidOperationException">The clock runs by itself.</exception>
    public Task AdvanceAsync(TimeSpan by) => _parts.Travel.AdvanceAsync(by);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            await _parts.DisposeAsync();
        }
    }
}
