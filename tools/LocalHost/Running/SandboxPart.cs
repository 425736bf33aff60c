using System.Security.Cryptography;
using CxFunctions.Sandbox;

namespace CxFunctions.LocalHost.Running;

/// <summary>The outside world of one host: the Sandbox, and the settings that point the app at it.</summary>
internal static class SandboxPart
{
    /// <exception cref="LocalHostException">The port is taken.</exception>
    public static async Task<SandboxServer> StartAsync(LocalHostOptions options, DataFolder folder, TimeProvider clock, CancellationToken cancellation)
    {
        try
        {
            return await SandboxServer.StartAsync(
                new SandboxOptions
                {
                    Port = options.SandboxPort,
                    TimeProvider = clock,
                    DataFolder = folder.PathOf("sandbox"),
                    Managers = ManagersOf(AppSettings.Compose(options, new Dictionary<string, string>())),
                },
                cancellation);
        }
        catch (IOException taken)
        {
            throw new LocalHostException($"Port {options.SandboxPort} is in use; choose another with --sandbox-port. ({taken.Message})", taken);
        }
    }

    /// <summary>Settings of the app, by the names of app settings.</summary>
    public static Dictionary<string, string> Settings(SandboxServer sandbox, string eventsKey) => new()
    {
        ["Communication__ConnectionString"] = sandbox.ConnectionString,
        ["Communication__SmsFrom"] = "+18335550100",
        ["Communication__EmailFrom"] = "survey@cx.example",
        ["Communication__EventsKey"] = eventsKey,
        ["Language__Endpoint"] = sandbox.Url.AbsoluteUri,
        ["Language__Key"] = sandbox.LanguageKey,
    };

    /// <summary>Where the app takes events.</summary>
    public static Uri EventsUrl(Uri app, string eventsKey) => new(app, $"api/events/communication?code={eventsKey}");

    public static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private static string[] ManagersOf(IReadOnlyDictionary<string, string?> settings) =>
        [.. new[] { "ManagerPhone", "ManagerEmail", "RegionalPhone", "RegionalEmail" }.Select(name => settings.GetValueOrDefault(name)).OfType<string>()];
}
