using CxFunctions.LocalHost.Settings;

namespace CxFunctions.LocalHost;

/// <summary>The settings the app is given: local settings, over them what LocalHost knows itself, over all what the caller asks for.</summary>
internal static class AppSettings
{
    public static IReadOnlyDictionary<string, string?> Compose(LocalHostOptions options, IReadOnlyDictionary<string, string> own)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        if (options.ReadLocalSettings)
        {
            foreach (var (key, value) in LocalSettings.Read(RepositoryFolder.Find()))
            {
                settings[key] = value;
            }
        }
        foreach (var (name, value) in own.Concat(options.Settings))
        {
            settings[LocalSettings.Key(name)] = value;
        }
        return settings;
    }
}
