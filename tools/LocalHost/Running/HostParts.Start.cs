using System.Globalization;
using CxFunctions.Foundation.Durable;
using CxFunctions.LocalHost.Azurite;
using CxFunctions.LocalHost.Bridge;
using CxFunctions.LocalHost.Clock;
using CxFunctions.LocalHost.Functions;
using CxFunctions.LocalHost.Http;
using CxFunctions.LocalHost.Jobs;
using CxFunctions.LocalHost.Operations;
using CxFunctions.LocalHost.Settings;
using CxFunctions.LocalHost.TimeMachine;
using CxFunctions.LocalHost.Timers;
using CxFunctions.LocalHost.Worker;
using CxFunctions.Staff;

namespace CxFunctions.LocalHost.Running;

internal sealed partial class HostParts
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(5);

    public async Task StartAsync(CancellationToken cancellation)
    {
        if (Options is { ChildWorker: true, ClockSpeed: not 1 })
        {
            throw new LocalHostException("--worker process: an app in a process of its own lives by the wall clock. Leave --clock out, or the worker inside.");
        }
        if (Options.BeginAnew)
        {
            await AzuriteServer.EndLeftBehindAsync(Folder.PathOf("azurite"), cancellation);
            Folder.Clear(but: ["keys.json", "port"]);
        }
        Storage = Options.Storage ?? StorageOfTheOwner() ?? await StartAzuriteAsync(cancellation);
        Keys = FunctionKeys.Open(Folder.PathOf("keys.json"), []);
        var eventsKey = SandboxPart.NewKey();
        var own = OwnSettings();
        if (Options.WithSandbox)
        {
            Sandbox = await SandboxPart.StartAsync(Options, Folder, Clock.Provider, cancellation);
            Options.Say($"Sandbox runs at {Sandbox.Url}");
            foreach (var (name, value) in SandboxPart.Settings(Sandbox, eventsKey))
            {
                own[name] = value;
            }
        }
        var settings = AppSettings.Compose(Options, own);
        await StartWorkerAsync(settings, cancellation);
        await StartFunctionsAsync(settings, cancellation);
        Sandbox?.EventsUrl = SandboxPart.EventsUrl(Url, eventsKey);
    }

    private async Task StartWorkerAsync(IReadOnlyDictionary<string, string?> settings, CancellationToken cancellation)
    {
        var log = new WorkerLog(Logging, isNews: Options.ChildWorker);
        _bridge = await BridgeServer.StartAsync(new WorkerConnection(log.Hear), cancellation);
        var start = new WorkerStart
        {
            App = Options.App,
            Folder = Options.AppFolder is { } published ? Path.GetFullPath(published) : Path.GetDirectoryName(Options.App.Location)!,
            Entry = Options.Entry,
            Bridge = _bridge.Address,
            Settings = settings,
            Clock = Clock.Provider,
            Log = Logging,
            MoreLogging = Options.Logging,
            Activity = Activity,
        };
        Worker = Options.ChildWorker ? ChildWorker.Start(start) : InProcessWorker.Start(start);
        if (Worker is ChildWorker child)
        {
            Options.Say($"The app runs (process {child.ProcessId}).");
        }
        await FirstAsync(_bridge.Connection.Started, cancellation);
        var capabilities = await FirstAsync(Handshake.BeginAsync(_bridge.Connection, start.Folder), cancellation);
        if ((await FirstAsync(Worker.HttpAddressAsync(), cancellation) ?? (capabilities.TryGetValue("HttpUri", out var uri) ? new Uri(uri) : null)) is { } address)
        {
            await FirstAsync(_forwarding.UseAsync(address, cancellation), cancellation);
        }
        var metadata = await FirstAsync(Handshake.FunctionsAsync(_bridge.Connection, start.Folder), cancellation);
        Functions = [.. metadata.Select(FunctionDescriptor.Of).Where(Options.Wants)];
        await FirstAsync(Task.WhenAll(Functions.Select(function => Handshake.LoadAsync(_bridge.Connection, function.Metadata))), cancellation);
        Keys = FunctionKeys.Open(Folder.PathOf("keys.json"), Functions.Where(f => f.Trigger.Type == BindingKinds.Http).Select(f => f.Name));
    }

    private async Task StartFunctionsAsync(IReadOnlyDictionary<string, string?> settings, CancellationToken cancellation)
    {
        Hub = Options.ClockSpeed == 1 ? null : new TimeMachineHub(Clock.Provider, DurableTimers.Earliness);
        var all = JobsConfiguration.Of(Settings.Text, settings, Options.ClockSpeed, Settings.Queues.VisibilityTimeout);
        // What the environment says of a setting is left out of the file's: it is read where it stands.
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddInMemoryCollection(all).Build();
        SettingNames.Check(Functions, configuration);
        Jobs = new JobsHost(new JobsHostSetup
        {
            Functions = Functions,
            Run = new FunctionRunner(Functions, new Invoker(_bridge!.Connection, Activity)).RunAsync,
            Configuration = all,
            Queues = Queues,
            Logging = Logging,
            Url = Url,
            FunctionTimeout = Settings.FunctionTimeout,
            StopLimit = StopLimit,
            Hub = Hub,
        });
        Timers = TimerListeners.Prepare(Functions, configuration, Jobs, TimerStore, Clock.Provider, Activity, Logging.CreateLogger("LocalHost.Timers"));
        var depths = new QueueDepths(Storage!, Functions.Where(f => f.Trigger.Type == BindingKinds.Queue).Select(f => SettingNames.Resolve(f.Trigger.Text("queueName")!, configuration, f.Name)));
        Idle.AreQueuesQuietAsync = () => depths.AreQuietAsync(() => Activity.IsBusy);
        Idle.Add("timers", () => Timers.AreQuiet);
        Idle.Add("orchestrations", () => Hub?.Work.IsQuiet ?? true);
        var http = new HttpFunctions(Jobs, _forwarding, Keys, Settings.RoutePrefix, Logging.CreateLogger("LocalHost.Http"));
        await Jobs.StartAsync(cancellation);
        _http = await HttpServer.StartAsync(
            Url.Port, Settings.MaxOutstandingRequests, configuration.GetValue<long?>("FUNCTIONS_REQUEST_BODY_SIZE_LIMIT"), Logging, Activity,
            routes =>
            {
                http.Map(routes, Functions);
                routes.MapClock(Clock, Travel);
                routes.MapOperations(this);
            },
            cancellation);
        Timers.Start();
    }

    /// <summary>Waits for the worker; should it end first, its own words say why.</summary>
    private async Task<T> FirstAsync<T>(Task<T> wanted, CancellationToken cancellation)
    {
        await FirstAsync((Task)wanted, cancellation);
        return await wanted;
    }

    private async Task FirstAsync(Task wanted, CancellationToken cancellation)
    {
        await Task.WhenAny(wanted, Worker!.Ended).WaitAsync(cancellation);
        if (!wanted.IsCompletedSuccessfully && await EndsSoonAsync())
        {
            await Worker.Ended;
            throw new LocalHostException("The app ended without running: its Program must build a host and run it.");
        }
        await wanted;
    }

    // The stream breaks a moment before the worker has said why.
    private async Task<bool> EndsSoonAsync() => await Task.WhenAny(Worker!.Ended, Task.Delay(TimeSpan.FromSeconds(2))) == Worker.Ended;

    private string? StorageOfTheOwner() => Options.ReadLocalSettings ? LocalSettings.Own(RepositoryFolder.Find()).GetValueOrDefault("AzureWebJobsStorage") : null;

    private async Task<string> StartAzuriteAsync(CancellationToken cancellation)
    {
        Azurite = await AzuriteServer.StartAsync(new AzuriteOptions { Folder = Folder.PathOf("azurite") }, Options.Say, cancellation);
        Options.Say(Azurite.WasFound ? $"Azurite runs still (process {Azurite.ProcessId}); using it." : $"Azurite runs (process {Azurite.ProcessId}).");
        return Azurite.ConnectionString();
    }

    /// <summary>Twelve hours of the person before the screen, whatever the product's clock does.</summary>
    internal TimeSpan StaffSession => TimeSpan.FromHours(Math.Min(12 * Math.Max(1, Options.ClockSpeed), 366 * 24));

    private Dictionary<string, string> OwnSettings() => new()
    {
        ["AzureWebJobsStorage"] = Storage!,
        ["Cx__PublicUrl"] = Url.GetLeftPart(UriPartial.Authority),
        ["Cx__StaffKey"] = Keys.Host,
        ["Cx__StaffSession"] = StaffSession.ToString("c", CultureInfo.InvariantCulture),
        ["Privacy__AddressKey"] = Keys.Address,
    };
}
