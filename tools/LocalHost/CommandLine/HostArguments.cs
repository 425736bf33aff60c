using System.CommandLine;
using CxFunctions.LocalHost.Demo;
using CxFunctions.LocalHost.Demo.Plan;

namespace CxFunctions.LocalHost.CommandLine;

/// <summary>The options of the command line.</summary>
internal sealed class HostArguments
{
    private readonly Option<double?> _clock = new("--clock")
    {
        Description = "How much faster than the wall clock time runs; 0 has it stand still (POST /clock/advance). Default 600 with the demo, 1 without.",
    };

    private readonly Option<bool> _noDemo = new("--no-demo") { Description = "Don't play the demo day." };
    private readonly Option<int> _port = new("--port") { Description = "Port of the app; 0 takes a free one.", DefaultValueFactory = _ => 7071 };
    private readonly Option<int> _sandboxPort = new("--sandbox-port") { Description = "Port of the Sandbox; 0 takes a free one.", DefaultValueFactory = _ => 7072 };
    private readonly Option<string> _data = new("--data") { Description = "Folder for everything that survives a restart.", DefaultValueFactory = _ => "" };
    private readonly Option<string?> _storage = new("--storage") { Description = "Connection string of a storage account to use instead of Azurite." };
    private readonly Option<bool> _exitWhenDone = new("--exit-when-done") { Description = "End when the demo's last journey has ended, with a one-line JSON summary." };
    private readonly Option<bool> _servicesOnly = new("--services-only") { Description = "Start Azurite and the Sandbox alone, and print the settings with which `func start` runs the app on them." };
    private readonly Option<string> _worker = new("--worker") { Description = "inside: the app runs in this process. process: as one of its own, as in Azure; only with --clock 1.", DefaultValueFactory = _ => "inside" };
    private readonly Option<string?> _app = new("--app") { Description = "Folder of a published app, run with its own host.json instead of the one built here; only with --worker process." };
    private readonly Option<int> _seed = new("--seed") { Description = "The same seed plays the same demo day.", DefaultValueFactory = _ => DemoEntry.Seed };
    private readonly Option<int> _transactions = new("--transactions") { Description = "Transactions of the demo day, 20 to 1000.", DefaultValueFactory = _ => DemoEntry.Size };
    private readonly Option<bool> _verbose = new("--verbose") { Description = "Log information, not only warnings." };

    public HostArguments()
    {
        _clock.Validators.Add(result => Check(result, _clock, speed => speed is null or (>= 0 and <= 100_000), "--clock must be 0 to 100000."));
        _worker.AcceptOnlyFromAmong("inside", "process");
        _app.Validators.Add(result => Check(result, _worker, worker => worker == "process", "--app needs --worker process."));
    }

    public RootCommand Command(Func<ParseResult, Task<int>> run)
    {
        var command = new RootCommand("Runs the whole of CxFunctions on this machine: storage, the outside world, every function, a demo day. For development, tests and demos; production is the Azure Functions host.")
        {
            _clock, _noDemo, _port, _sandboxPort, _data, _storage, _exitWhenDone, _servicesOnly, _worker, _app, _seed, _transactions, _verbose,
        };
        command.SetAction((parsed, _) => run(parsed));
        return command;
    }

    public bool WantsDemo(ParseResult parsed) => !parsed.GetValue(_noDemo) && !ServicesOnly(parsed) && parsed.GetValue(_worker) == "inside";

    public bool ExitsWhenDone(ParseResult parsed) => parsed.GetValue(_exitWhenDone);

    public int Seed(ParseResult parsed) => parsed.GetValue(_seed);

    public int Transactions(ParseResult parsed) => Math.Clamp(parsed.GetValue(_transactions), 20, 1000);

    public bool ServicesOnly(ParseResult parsed) => parsed.GetValue(_servicesOnly);

    public LocalHostOptions Options(ParseResult parsed, Action<string> say) => WithDemo(parsed, new()
    {
        Port = parsed.GetValue(_port),
        SandboxPort = parsed.GetValue(_sandboxPort),
        DataFolder = parsed.GetValue(_data) is { Length: > 0 } folder ? folder : Path.Combine(RepositoryFolder.Find(), ".local"),
        Storage = parsed.GetValue(_storage),
        ClockSpeed = parsed.GetValue(_clock) ?? (WantsDemo(parsed) ? 600 : 1),
        ChildWorker = parsed.GetValue(_worker) == "process",
        AppFolder = parsed.GetValue(_app),
        LogLevel = parsed.GetValue(_verbose) ? LogLevel.Information : LogLevel.Warning,
        Say = say,
    });

    // TimeMachine forgets with the process, and what its journeys left in tables would be nobody's.
    private LocalHostOptions WithDemo(ParseResult parsed, LocalHostOptions options) => !WantsDemo(parsed) || options.ClockSpeed == 1 ? options : options with
    {
        DataFolder = Path.Combine(options.DataFolder, "demo"),
        BeginAnew = true,
        ClockStart = DemoStart.ClockStart(DateTimeOffset.UtcNow),
    };

    private static void Check<T>(System.CommandLine.Parsing.OptionResult result, Option<T> option, Func<T, bool> isGood, string otherwise)
    {
        if (result.GetValue(option) is { } value && !isGood(value))
        {
            result.AddError(otherwise);
        }
    }
}
