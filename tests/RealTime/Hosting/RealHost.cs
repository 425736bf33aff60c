using System.Text.Json.Nodes;
using CxFunctions.LocalHost;
using CxFunctions.Tests.Harness;

namespace CxFunctions.Tests.RealTime;

/// <summary>
/// The published app as Azure runs it: a worker process of its own under the host, the official durable engine and queue listeners on a
/// storage account of its own, real time. What stands outside is the Sandbox.
/// </summary>
internal sealed partial class RealHost : IAsyncDisposable
{
    // Side by side their starts would take each of them as long as all of them, or longer.
    private static readonly SemaphoreSlim OneStartAtATime = new(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("cx-real-").FullName;
    private readonly int _sandboxPort = FreePort.Any();
    private readonly Dictionary<string, string> _environment;
    private readonly string _through;
    private ChildHost _child = null!;

    private RealHost(string storage, string through, string environment)
    {
        Books = new Books(storage);
        _through = through;
        _environment = new()
        {
            ["DOTNET_ENVIRONMENT"] = environment,
            ["ASPNETCORE_ENVIRONMENT"] = environment,
            ["AZURE_FUNCTIONS_ENVIRONMENT"] = environment,
            ["Cx__Programs"] = Path.Combine(_folder, "programs"),
            ["RollupSchedule"] = "*/5 * * * * *",
            ["NoticeSchedule"] = "*/5 * * * * *",
        };
    }

    private string App => Path.Combine(_folder, "app");

    /// <summary>What stands in storage.</summary>
    public Books Books { get; }

    /// <summary>The people outside: their telephones and mailboxes.</summary>
    public Outside Outside { get; private set; } = null!;

    /// <summary>The app's address; redirects are not followed.</summary>
    public HttpClient Http { get; private set; } = null!;

    /// <summary>Everything that the host and its worker have written.</summary>
    public IReadOnlyCollection<string> Output => _child.Output;

    /// <summary>Opens every function of level Function.</summary>
    public string Key => _child.HostKey;

    /// <param name="environment">Development or Production.</param>
    public static async Task<RealHost> StartAsync(string environment)
    {
        var storage = await SharedAzurite.NewAccountAsync();
        return await StartAsync(storage, storage, environment);
    }

    /// <param name="storage">The account, as a test sees it.</param>
    /// <param name="through">The same account, as the app reaches it.</param>
    /// <param name="environment">Development or Production.</param>
    /// <param name="change">Changes the app's host.json.</param>
    public static async Task<RealHost> StartAsync(string storage, string through, string environment = "Production", Action<JsonNode>? change = null)
    {
        var host = new RealHost(storage, through, environment);
        host.Deploy(change);
        QuickPrograms.WriteTo(Path.Combine(host._folder, "programs"));
        await host.RunAsync();
        return host;
    }

    /// <summary>Kills host and worker as <c>kill -9</c> does, and starts them again.</summary>
    public async Task KilledAndStartedAsync()
    {
        await _child.KillAllAsync();
        await _child.DisposeAsync();
        await RunAsync();
    }

    /// <summary>Ends it in its own time and starts another release on the same data.</summary>
    /// <param name="change">Changes the app's host.json.</param>
    public async Task ReleasedAnewAsync(Action<JsonNode> change)
    {
        await _child.DisposeAsync();
        Directory.Delete(App, recursive: true);
        Deploy(change);
        await RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _child.DisposeAsync();
        if (Environment.GetEnvironmentVariable("CX_HOST_LOG") is { Length: > 0 } folder)
        {
            // For whoever looks for the cause of a failure.
            Directory.CreateDirectory(folder);
            await File.WriteAllLinesAsync(Path.Combine(folder, Path.GetFileName(_folder) + ".log"), Output, CancellationToken.None);
        }
        Directory.Delete(_folder, recursive: true);
    }

    private void Deploy(Action<JsonNode>? change) => PublishedApp.CopyTo(App, hostJson =>
    {
        // A message that failed is tried again soon, so that one without hope is in poison within seconds.
        hostJson["extensions"]!["queues"]!["visibilityTimeout"] = "00:00:01";
        change?.Invoke(hostJson);
    });

    private async Task RunAsync()
    {
        await OneStartAtATime.WaitAsync(CancellationToken.None);
        try
        {
            await StartProcessAsync();
        }
        finally
        {
            OneStartAtATime.Release();
        }
    }

    private async Task StartProcessAsync()
    {
        _child = ChildHost.Start(
            _environment,
            "--worker", "process", "--app", App, "--no-demo", "--clock", "1", "--port", "0", "--sandbox-port", $"{_sandboxPort}",
            "--data", Path.Combine(_folder, "data"), "--storage", _through);
        try
        {
            await _child.ReadyAsync();
        }
        catch
        {
            await _child.DisposeAsync();
            throw;
        }
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = _child.Url, Timeout = TimeSpan.FromSeconds(60) };
        Outside = new Outside(new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_sandboxPort}") });
    }
}
