using System.Text.Json;
using Azure.Data.Tables;
using CxFunctions.LocalHost.Azurite;
using CxFunctions.LocalHost.Clock;
using CxFunctions.LocalHost.Durable;
using CxFunctions.LocalHost.Functions;
using CxFunctions.LocalHost.Http;
using CxFunctions.LocalHost.Operations;
using CxFunctions.LocalHost.Orchestrations;
using CxFunctions.LocalHost.Queues;
using CxFunctions.LocalHost.Worker;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Options;

namespace CxFunctions.LocalHost.Running;

internal sealed partial class HostParts
{
    // Storage that keeps silent for longer is asked anew, so that the engine goes on soon after it is back.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);
    private bool _durableRuns;

    public async Task StartAsync(CancellationToken cancellation)
    {
        Storage = Options.Storage ?? await StartAzuriteAsync(cancellation);
        var eventsKey = SandboxPart.NewKey();
        var settings = OwnSettings();
        if (Options.WithSandbox)
        {
            Sandbox = await SandboxPart.StartAsync(Options, Folder, Clock.Provider, cancellation);
            Options.Say($"Sandbox runs at {Sandbox.Url}");
            foreach (var (name, value) in SandboxPart.Settings(Sandbox, eventsKey))
            {
                settings[name] = value;
            }
        }
        await StartAppAsync(AppSettings.Compose(Options, settings), cancellation);
        Sandbox?.EventsUrl = SandboxPart.EventsUrl(Url, eventsKey);
    }

    private async Task StartAppAsync(IReadOnlyDictionary<string, string?> settings, CancellationToken cancellation)
    {
        App = await WorkerApp.StartAsync(
            new WorkerAppStart { Entry = Options.Entry ?? EntryPoint.Of(Options.App), Settings = settings, Clock = Clock.Provider, Log = Logging, MoreLogging = Options.Logging }, cancellation);
        var configuration = App.Services.GetRequiredService<IConfiguration>();
        var json = App.Services.GetRequiredService<IOptions<JsonSerializerOptions>>().Value;
        var queues = new QueueConnections(configuration, Settings.Queues.Base64);
        var converter = new JsonDataConverter(json);
        var tables = new TableServiceClient(Storage!, new TableClientOptions { Retry = { NetworkTimeout = LongestSilence } });
        Durable = new DurableEngine(tables, Settings.Durable.ForEngine(converter), Clock.Provider, Logging);
        var inputs = new Dictionary<Type, object> { [typeof(DurableClientAttribute)] = Durable.Client };
        var invoker = new FunctionInvoker(
            App.Services, App.Middleware, new ParameterBinder(inputs), new OutputWriter(queues, json), Activity, Settings.FunctionTimeout,
            Logging.CreateLogger("LocalHost.Functions"));
        DurableFunctions.Register(Durable, Functions, invoker, converter, _stopping.Token);
        Triggers = Triggers.Prepare(new TriggerServices
        {
            Functions = Functions,
            Invoker = invoker,
            App = App.Services,
            Configuration = configuration,
            QueueConnections = queues,
            HostJson = Settings,
            Folder = Folder,
            TimerStore = TimerStore,
            Storage = Storage!,
            Clock = Clock.Provider,
            Activity = Activity,
            Logging = Logging,
        });
        Idle.Add("queues or timers", () => Triggers.AreQuiet);
        Idle.Add("orchestrations", () => Durable.Idle);
        await RunAsync(invoker, configuration, cancellation);
    }

    private async Task RunAsync(FunctionInvoker invoker, IConfiguration configuration, CancellationToken cancellation)
    {
        try
        {
            await Durable!.StartAsync(cancellation);
            _durableRuns = true;
        }
        catch (HubInUseException taken)
        {
            throw new LocalHostException(taken.Message, taken);
        }
        var functions = new HttpFunctions(invoker, Keys, Settings.RoutePrefix, _stopping.Token, Logging.CreateLogger("LocalHost.Http"));
        _http = await HttpServer.StartAsync(
            Url.Port, Settings.MaxOutstandingRequests, configuration.GetValue<long?>("FUNCTIONS_REQUEST_BODY_SIZE_LIMIT"), App!.Services.GetRequiredService<ILoggerFactory>(),
            routes =>
            {
                functions.Map(routes, Functions);
                routes.MapClock(Clock, Travel);
                routes.MapOperations(this);
            },
            cancellation);
        await Triggers!.StartAsync(cancellation);
    }

    private async Task<string> StartAzuriteAsync(CancellationToken cancellation)
    {
        Azurite = await AzuriteServer.StartAsync(new AzuriteOptions { Folder = Folder.PathOf("azurite") }, Options.Say, cancellation);
        Options.Say(Azurite.WasFound ? $"Azurite runs still (process {Azurite.ProcessId}); using it." : $"Azurite runs (process {Azurite.ProcessId}).");
        return Azurite.ConnectionString();
    }

    private Dictionary<string, string> OwnSettings() => new()
    {
        ["AzureWebJobsStorage"] = Storage!,
        ["Cx__PublicUrl"] = Url.GetLeftPart(UriPartial.Authority),
        ["Cx__StaffKey"] = Keys.Host,
    };
}
