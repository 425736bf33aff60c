using System.Text.Json;
using CxFunctions.LocalHost.Azurite;
using CxFunctions.LocalHost.Http;
using CxFunctions.LocalHost.Running;

namespace CxFunctions.LocalHost.CommandLine;

/// <summary><c>--services-only</c>: storage and the outside world without the app, and the settings with which another host runs the app on them.</summary>
internal static class ServicesOnly
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="options">Ports, data folder, and where the app will listen.</param>
    /// <param name="end">Ends them.</param>
    /// <exception cref="LocalHostException">Something that the user can mend.</exception>
    public static async Task RunAsync(LocalHostOptions options, CancellationToken end)
    {
        using var folder = DataFolder.Open(options.DataFolder);
        await using var azurite = options.Storage is null
            ? await AzuriteServer.StartAsync(new AzuriteOptions { Folder = folder.PathOf("azurite") }, options.Say, end)
            : null;
        await using var sandbox = await SandboxPart.StartAsync(options, folder, TimeProvider.System, end);
        var (app, eventsKey) = (new Uri($"http://localhost:{options.Port}/"), SandboxPart.NewKey());
        sandbox.EventsUrl = SandboxPart.EventsUrl(app, eventsKey);
        var own = SandboxPart.Settings(sandbox, eventsKey);
        own["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        own["AzureWebJobsStorage"] = options.Storage ?? azurite!.ConnectionString();
        own["Cx__PublicUrl"] = app.GetLeftPart(UriPartial.Authority);
        var keys = FunctionKeys.Open(folder.PathOf("keys.json"), []);
        own["Cx__StaffKey"] = keys.Host;
        own["Privacy__AddressKey"] = keys.Address;
        var values = AppSettings.Compose(options, own).OrderBy(setting => setting.Key, StringComparer.Ordinal)
            .ToDictionary(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value);
        Console.WriteLine($"""
            Sandbox runs at {sandbox.Url}
            For `func start --port {options.Port}` in the built or published folder of functions: this as its local.settings.json. Ctrl-C ends both services.
            {JsonSerializer.Serialize(new { IsEncrypted = false, Values = values }, Json)}
            """);
        await Task.Delay(Timeout.Infinite, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
