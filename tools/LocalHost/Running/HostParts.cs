using CxFunctions.LocalHost.Azurite;
using CxFunctions.LocalHost.Bridge;
using CxFunctions.LocalHost.Functions;
using CxFunctions.LocalHost.Http;
using CxFunctions.LocalHost.Jobs;
using CxFunctions.LocalHost.Settings;
using CxFunctions.LocalHost.TimeMachine;
using CxFunctions.LocalHost.Timers;
using CxFunctions.LocalHost.Worker;
using CxFunctions.Sandbox;

namespace CxFunctions.LocalHost.Running;

/// <summary>The parts of a running host, started in the order in which they need each other and ended in the reverse.</summary>
internal sealed partial class HostParts : IAsyncDisposable
{
    private readonly Lazy<ProductClock> _clock;
    private readonly Lazy<TimeTravel> _travel;
    private readonly HttpForwarding _forwarding = new();
    private WebApplication? _http;
    private BridgeServer? _bridge;

    /// <exception cref="LocalHostException">The data folder is taken, or host.json is wrong.</exception>
    public HostParts(LocalHostOptions options)
    {
        Options = options;
        Settings = options.HostJson is null ? HostJson.Read(Path.Combine(options.AppFolder ?? RepositoryFolder.Find(), "host.json")) : HostJson.Parse(options.HostJson);
        Folder = DataFolder.Open(options.DataFolder);
        Logging = HostLogging.Create(Settings.LogLevels, options.LogLevel, options.Logging);
        _clock = new(() => new ProductClock(options, Folder.PathOf("clock")));
        TimerStore = new TimerStore(Folder.PathOf("timers.json"));
        Idle = new IdleWatch(Activity);
        Queues = new CountedQueues(Activity);
        _travel = new(() => new TimeTravel(Clock, Idle));
        Url = new Uri($"http://localhost:{FreePort.Take(options.Port, Folder.PathOf("port"))}/");
    }

    public LocalHostOptions Options { get; }

    public HostJson Settings { get; }

    /// <summary>Those that run here, as the worker tells them.</summary>
    public IReadOnlyList<FunctionDescriptor> Functions { get; private set; } = [];

    public ILoggerFactory Logging { get; }

    public DataFolder Folder { get; }

    /// <summary>Begins to run when it is first asked for, once storage is up: installing it may take minutes, which a fast clock makes days.</summary>
    public ProductClock Clock => _clock.Value;

    public TimerStore TimerStore { get; }

    public FunctionKeys Keys { get; private set; } = null!;

    public ActivityCounter Activity { get; } = new();

    public IdleWatch Idle { get; }

    public CountedQueues Queues { get; }

    public TimeTravel Travel => _travel.Value;

    public Uri Url { get; }

    public AzuriteServer? Azurite { get; private set; }

    public SandboxServer? Sandbox { get; private set; }

    public string? Storage { get; private set; }

    public IWorker? Worker { get; private set; }

    /// <summary>Holds the orchestrations when the clock does not run as outside.</summary>
    public TimeMachineHub? Hub { get; private set; }

    public JobsHost? Jobs { get; private set; }

    public TimerListeners? Timers { get; private set; }

    public async ValueTask DisposeAsync()
    {
        if (_http is not null)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            await _http.StopAsync(patience.Token);
            await _http.DisposeAsync();
        }
        await EndAsync(Timers);
        await EndAsync(Jobs);
        Hub?.Dispose();
        await EndAsync(_bridge);
        await EndAsync(Worker);
        _forwarding.Dispose();
        await EndAsync(Sandbox);
        await EndAsync(Azurite);
        if (_clock.IsValueCreated)
        {
            await _clock.Value.DisposeAsync();
        }
        Folder.Dispose();
        Logging.Dispose();
    }

    private static ValueTask EndAsync(IAsyncDisposable? part) => part?.DisposeAsync() ?? ValueTask.CompletedTask;
}
