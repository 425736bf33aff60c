using CxFunctions.Bench.Measuring;
using CxFunctions.Catalog;
using CxFunctions.LocalHost.Running;
using CxFunctions.Sandbox;

namespace CxFunctions.Bench.Survey;

/// <summary>All of a run: storage, the outside world (in this process, for it is not what is measured) and the host.</summary>
internal sealed class SurveyWorld : IAsyncDisposable
{
    private readonly BenchStorage _storage;
    private readonly SandboxServer _sandbox;
    private readonly HostProcess _host;
    private bool _stopped;

    private SurveyWorld(BenchStorage storage, SandboxServer sandbox, HostProcess host) => (_storage, _sandbox, _host) = (storage, sandbox, host);

    public Uri App => _host.Url;

    public Uri Sandbox => _sandbox.Url;

    public string Storage => _storage.ConnectionString;

    /// <summary>The programs as the host has them.</summary>
    public ProgramCatalog Catalog => new(Directory.GetFiles(ProgramsOf(_storage)).Select(ProgramFile.Load));

    public static async Task<SurveyWorld> StartAsync(bool childWorker, string? appFolder, CancellationToken cancellation)
    {
        var storage = await BenchStorage.StartAsync(cancellation);
        SandboxServer? sandbox = null;
        try
        {
            sandbox = await SandboxServer.StartAsync(new SandboxOptions(), cancellation);
            var eventsKey = SandboxPart.NewKey();
            var settings = SandboxPart.Settings(sandbox, eventsKey);
            settings["Cx__Programs"] = ProgramsOf(storage);
            BenchPrograms.Write(settings["Cx__Programs"]);
            settings["RollupSchedule"] = "*/2 * * * * *";
            var host = await HostProcess.StartAsync(new(Path.Combine(storage.Folder, "host"), storage.ConnectionString, settings, childWorker, appFolder), cancellation);
            sandbox.EventsUrl = SandboxPart.EventsUrl(host.Url, eventsKey);
            return new(storage, sandbox, host);
        }
        catch
        {
            await (sandbox?.DisposeAsync() ?? ValueTask.CompletedTask);
            await storage.DisposeAsync();
            throw;
        }
    }

    private static string ProgramsOf(BenchStorage storage) => Path.Combine(storage.Folder, "programs");

    public Meter Meter(HttpClient http) => new(http, _storage.Counts, _host.Id, _storage.ProcessId);

    /// <summary>Leaves the storage alone in the world.</summary>
    public async Task StopHostAsync()
    {
        if (!_stopped)
        {
            _stopped = true;
            await _host.DisposeAsync();
            await _sandbox.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopHostAsync();
        await _storage.DisposeAsync();
    }
}
