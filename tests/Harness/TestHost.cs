using CxFunctions.LocalHost;
using CxFunctions.LocalHost.Running;

namespace CxFunctions.Tests.Harness;

/// <summary>LocalHost in this process, on storage and a data folder of its own.</summary>
public sealed class TestHost : IAsyncDisposable
{
    /// <summary>Where the clock of a test stands at first: a Monday, ten in the morning UTC.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    private readonly LocalHostOptions _options;

    private TestHost(LocalHostOptions options, RunningHost host)
    {
        _options = options;
        Host = host;
        Http = NewClient(host);
    }

    /// <summary>The host.</summary>
    public RunningHost Host { get; private set; }

    /// <summary>A client with the host's address; it does not follow redirects.</summary>
    public HttpClient Http { get; private set; }

    /// <summary>The options of a host in a new folder on a new account: free ports, a clock that stands still.</summary>
    public static async Task<LocalHostOptions> NewOptionsAsync() => new()
    {
        Port = 0,
        SandboxPort = 0,
        DataFolder = Directory.CreateTempSubdirectory("cx-host-").FullName,
        Storage = await SharedAzurite.NewAccountAsync(),
        ClockSpeed = 0,
        ClockStart = Start,
    };

    /// <summary>Starts a host.</summary>
    /// <param name="change">Changes the options of <see cref="NewOptionsAsync"/>.</param>
    public static async Task<TestHost> StartAsync(Func<LocalHostOptions, LocalHostOptions>? change = null)
    {
        var options = await NewOptionsAsync();
        options = change?.Invoke(options) ?? options;
        return new TestHost(options, await RunningHost.StartAsync(options));
    }

    /// <summary>Ends the host gracefully and starts another on the same folder and account.</summary>
    /// <param name="change">Changes the options.</param>
    public async Task RestartAsync(Func<LocalHostOptions, LocalHostOptions>? change = null)
    {
        await Host.DisposeAsync();
        Http.Dispose();
        Host = await RunningHost.StartAsync(change?.Invoke(_options) ?? _options);
        Http = NewClient(Host);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Http.Dispose();
        Directory.Delete(_options.DataFolder, recursive: true);
    }

    /// <summary>Without a propagator the client leaves no traces: it is somebody else's, the CRM's or the respondent's.</summary>
    private static HttpClient NewClient(RunningHost host) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, ActivityHeadersPropagator = null }) { BaseAddress = host.Url, Timeout = TimeSpan.FromSeconds(60) };
}
