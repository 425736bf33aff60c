using System.Text.Json;
using CxFunctions.LocalHost.Azurite;
using CxFunctions.LocalHost.Functions;
using CxFunctions.LocalHost.Http;
using CxFunctions.LocalHost.Queues;
using CxFunctions.LocalHost.Settings;
using CxFunctions.LocalHost.Timers;
using CxFunctions.LocalHost.Worker;
using Microsoft.Extensions.Options;

namespace CxFunctions.LocalHost.Running;

/// <summary>The parts of a running host, started in the order in which they need each other and ended in the reverse.</summary>
internal sealed class HostParts : IAsyncDisposable
{
    private readonly LocalHostOptions _options;
    private readonly CancellationTokenSource _stopping = new();
    private AzuriteServer? _azurite;
    private WebApplication? _http;

    /// <exception cref="LocalHostException">The data folder is taken, or host.json is wrong.</exception>
    public HostParts(LocalHostOptions options)
    {
        _options = options;
        Settings = options.HostJson is null ? HostJson.Read(Path.Combine(RepositoryFolder.Find(), "host.json")) : HostJson.Parse(options.HostJson);
        Functions = FunctionCatalog.Find(options.FunctionTypes ?? options.App.GetTypes());
        Logging = HostLogging.Create(Settings.LogLevels, options.LogLevel);
        Folder = DataFolder.Open(options.DataFolder);
        Clock = new ProductClock(options, Folder.PathOf("clock"));
        Timers = new TimerStore(Folder.PathOf("timers.json"));
        Idle = new IdleWatch(Activity);
        Url = new Uri($"http://localhost:{FreePort.Take(options.Port)}/");
    }

    public HostJson Settings { get; }

    public IReadOnlyList<FunctionDescriptor> Functions { get; }

    public ILoggerFactory Logging { get; }

    public DataFolder Folder { get; }

    public ProductClock Clock { get; }

    public TimerStore Timers { get; }

    public ActivityCounter Activity { get; } = new();

    public IdleWatch Idle { get; }

    public Uri Url { get; }

    public AzuriteServer? Azurite => _azurite;

    public FunctionKeys? Keys { get; private set; }

    public string? Storage { get; private set; }

    public WorkerApp? App { get; private set; }

    public Triggers? Triggers { get; private set; }

    public async Task StartAsync(CancellationToken cancellation)
    {
        Keys = FunctionKeys.Open(Folder.PathOf("keys.json"), Functions.Where(f => f.Trigger is Microsoft.Azure.Functions.Worker.HttpTriggerAttribute).Select(f => f.Name));
        Storage = _options.Storage ?? await StartAzuriteAsync(cancellation);
        App = await WorkerApp.StartAsync(
            new WorkerAppStart { Entry = _options.Entry ?? EntryPoint.Of(_options.App), Settings = Compose(), Clock = Clock.Provider, Log = Logging }, cancellation);
        var configuration = App.Services.GetRequiredService<IConfiguration>();
        var queues = new QueueConnections(configuration, Settings.Queues.Base64);
        var json = App.Services.GetRequiredService<IOptions<JsonSerializerOptions>>().Value;
        var invoker = new FunctionInvoker(
            App.Services, App.Middleware, new ParameterBinder(new Dictionary<Type, object>()), new OutputWriter(queues, json), Activity, Settings.FunctionTimeout);
        Triggers = Triggers.Prepare(new TriggerServices
        {
            Functions = Functions, Invoker = invoker, App = App.Services, Configuration = configuration, QueueConnections = queues,
            HostJson = Settings, Folder = Folder, TimerStore = Timers, Storage = Storage, Clock = Clock.Provider, Activity = Activity, Logging = Logging,
        });
        Idle.Add("queues", () => Triggers.AreQuiet);
        var functions = new HttpFunctions(invoker, Keys, Settings.RoutePrefix, _stopping.Token, Logging.CreateLogger("LocalHost.Http"));
        _http = await HttpServer.StartAsync(
            Url.Port, Settings.MaxOutstandingRequests, configuration.GetValue<long?>("FUNCTIONS_REQUEST_BODY_SIZE_LIMIT"), Logging, Activity,
            routes => functions.Map(routes, Functions), cancellation);
        await Triggers.StartAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (_http is not null)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            await _http.StopAsync(patience.Token);
            await _stopping.CancelAsync();
            await _http.DisposeAsync();
        }
        if (Triggers is not null)
        {
            await Triggers.DisposeAsync();
        }
        if (App is not null)
        {
            await App.StopAsync();
        }
        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }
        await Clock.DisposeAsync();
        Folder.Dispose();
        Logging.Dispose();
    }

    private async Task<string> StartAzuriteAsync(CancellationToken cancellation)
    {
        _azurite = await AzuriteServer.StartAsync(new AzuriteOptions { Folder = Folder.PathOf("azurite") }, _options.Say, cancellation);
        _options.Say(_azurite.WasFound ? $"Azurite runs still (process {_azurite.ProcessId}); using it." : $"Azurite runs (process {_azurite.ProcessId}).");
        return _azurite.ConnectionString();
    }

    private IReadOnlyDictionary<string, string?> Compose() => AppSettings.Compose(_options, new Dictionary<string, string>
    {
        ["AzureWebJobsStorage"] = Storage!,
        ["Cx__PublicUrl"] = Url.GetLeftPart(UriPartial.Authority),
        ["Cx__StaffKey"] = Keys!.Host,
    });
}
