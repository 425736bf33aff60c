using System.Reflection;
using CxFunctions.LocalHost.Functions;

namespace CxFunctions.LocalHost;

/// <summary>How to run the app on this machine.</summary>
public sealed record LocalHostOptions
{
    /// <summary>Port of the app on the loopback addresses; 0 takes a free one. Default 7071, as the Functions tools.</summary>
    public int Port { get; init; } = 7071;

    /// <summary>Port of the Sandbox; 0 takes a free one. Default 7072.</summary>
    public int SandboxPort { get; init; } = 7072;

    /// <summary>Whether the Sandbox is started and the app pointed at it. Default yes.</summary>
    public bool WithSandbox { get; init; } = true;

    /// <summary>Where everything that survives a restart is kept.</summary>
    public required string DataFolder { get; init; }

    /// <summary>A storage account to use; when null, Azurite is started.</summary>
    public string? Storage { get; init; }

    /// <summary>Virtual seconds per real second; 0 has the clock stand still until it is advanced. Default 1.</summary>
    public double ClockSpeed { get; init; } = 1;

    /// <summary>The time a new data folder starts at; now, when null, and always where time runs as outside. A folder that has been used goes on where it was.</summary>
    public DateTimeOffset? ClockStart { get; init; }

    /// <summary>Whether the data folder is emptied first, but for keys and ports. Default no.</summary>
    public bool BeginAnew { get; init; }

    /// <summary>Settings that go before local.settings.json and what LocalHost sets itself, by the names of app settings (<c>A__B</c>).</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>The app's Program; that of the CxFunctions assembly when null.</summary>
    public Action<string[]>? Entry { get; init; }

    /// <summary>The classes whose functions run; all of the app when null.</summary>
    public IReadOnlyList<Type>? FunctionTypes { get; init; }

    /// <summary>host.json as text; that of the repository when null. Its route prefix must be that of the file beside the app, which the worker reads.</summary>
    public string? HostJson { get; init; }

    /// <summary>Whether local.settings.json (or the sample beside it) is read. Default yes.</summary>
    public bool ReadLocalSettings { get; init; } = true;

    /// <summary>The least level that is logged.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Warning;

    /// <summary>Adds to the logs of the host and of the app, each with filters of its own: where else they go, at which levels.</summary>
    public Action<ILoggingBuilder>? Logging { get; init; }

    /// <summary>Told what happens while starting and stopping, a line at a time.</summary>
    public Action<string> Say { get; init; } = _ => { };

    /// <summary>The app's assembly; CxFunctions when null.</summary>
    public Assembly? Assembly { get; init; }

    /// <summary>Whether the app runs as a process of its own, as in Azure, instead of in this one. Only by the wall clock. Default no.</summary>
    public bool ChildWorker { get; init; }

    /// <summary>The folder of a published app, which is run with its own host.json; the app that was built with this program when null. Only as a process of its own.</summary>
    public string? AppFolder { get; init; }

    internal Assembly App => Assembly ?? System.Reflection.Assembly.Load("CxFunctions");

    internal bool Wants(FunctionDescriptor function) =>
        FunctionTypes is null || FunctionTypes.Any(type => type.FullName?.Replace('+', '.') == function.TypeName);
}
