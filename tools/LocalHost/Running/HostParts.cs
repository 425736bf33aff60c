using CxFunctions.LocalHost.Azurite;
using CxFunctions.LocalHost.Durable;
using CxFunctions.LocalHost.Functions;
using CxFunctions.LocalHost.Http;
using CxFunctions.LocalHost.Settings;
using CxFunctions.LocalHost.Timers;
using CxFunctions.LocalHost.Worker;
using CxFunctions.Sandbox;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.LocalHost.Running;

/// <summary>The parts of a running host, started in the order in which they need each other and ended in the reverse.</summary>
internal sealed partial class HostParts : IAsyncDisposable
{
    private readonly Lazy<ProductClock> _clock;
    private readonly Lazy<TimeTravel> _travel;
    private readonly CancellationTokenSource _stopping = new();
    private WebApplication? _http;

    /// <exception cref="LocalHostException">The data folder is taken, or host.json or a function is wrong.</exception>
    public HostParts(LocalHostOptions options)
    {
        Options = options;
        Settings = options.HostJson is null ? HostJson.Read(Path.Combine(RepositoryFolder.Find(), "host.json")) : HostJson.Parse(options.HostJson);
        Functions = FunctionCatalog.Find(options.FunctionTypes ?? options.App.GetTypes());
        Folder = DataFolder.Open(options.DataFolder);
        Logging = HostLogging.Create(Settings.LogLevels, options.LogLevel, options.Logging);
        _clock = new(() => new ProductClock(options, Folder.PathOf("clock")));
        TimerStore = new TimerStore(Folder.PathOf("timers.json"));
        Keys = FunctionKeys.Open(Folder.PathOf("keys.json"), Functions.Where(f => f.Trigger is HttpTriggerAttribute).Select(f => f.Name));
        Idle = new IdleWatch(Activity);
        _travel = new(() => new TimeTravel(Clock, Idle));
        Url = new Uri($"http://localhost:{FreePort.Take(options.Port, Folder.PathOf("port"))}/");
    }

    public LocalHostOptions Options { get; }

    public HostJson Settings { get; }

    public IReadOnlyList<FunctionDescriptor> Functions { get; }

    public ILoggerFactory Logging { get; }

    public DataFolder Folder { get; }

    /// <summary>Begins to run when it is first asked for, once storage is up: installing it may take minutes, which a fast clock makes days.</summary>
    public ProductClock Clock => _clock.Value;

    public TimerStore TimerStore { get; }

    public FunctionKeys Keys { get; }

    public ActivityCounter Activity { get; } = new();

    public IdleWatch Idle { get; }

    public TimeTravel Travel => _travel.Value;

    public Uri Url { get; }

    public AzuriteServer? Azurite { get; private set; }

    public SandboxServer? Sandbox { get; private set; }

    public string? Storage { get; private set; }

    public WorkerApp? App { get; private set; }

    public DurableEngine? Durable { get; private set; }

    public Triggers? Triggers { get; private set; }

    public async ValueTask DisposeAsync()
    {
        if (_http is not null)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            await _http.StopAsync(patience.Token);
            await _http.DisposeAsync();
        }
        if (Triggers is not null)
        {
            await Triggers.DisposeAsync();
        }
        await _stopping.CancelAsync();
        if (Durable is not null && _durableRuns)
        {
            await Durable.StopAsync(CancellationToken.None);
        }
        if (App is not null)
        {
            await App.StopAsync();
        }
        if (Sandbox is not null)
        {
            await Sandbox.DisposeAsync();
        }
        if (Azurite is not null)
        {
            await Azurite.DisposeAsync();
        }
        if (_clock.IsValueCreated)
        {
            await _clock.Value.DisposeAsync();
        }
        Folder.Dispose();
        Logging.Dispose();
    }
}
