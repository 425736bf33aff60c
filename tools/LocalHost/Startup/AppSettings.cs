using CxFunctions.LocalHost.Settings;

namespace CxFunctions.LocalHost;

/// <summary>
/// The settings the app is given: those of the sample, over them what LocalHost knows itself, over that local.settings.json, over all what the
/// caller asks for. So a real service can take the place of a simulated one.
/// </summary>
internal static class AppSettings
{
    /// <param name="options">What the caller asks for.</param>
    /// <param name="own">What LocalHost knows itself, by the names of app settings.</param>
    /// <param name="folder">Where the files are; the repository when null.</param>
    public static IReadOnlyDictionary<string, string?> Compose(LocalHostOptions options, IReadOnlyDictionary<string, string> own, string? folder = null)
    {
        var files = options.ReadLocalSettings ? folder ?? RepositoryFolder.Find() : null;
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        Put(settings, files is null ? [] : LocalSettings.Sample(files));
        Put(settings, own.Select(Keyed));
        Put(settings, files is null ? [] : LocalSettings.Own(files));
        Put(settings, options.Settings.Select(Keyed));
        return settings;
    }

    private static KeyValuePair<string, string?> Keyed(KeyValuePair<string, string> setting) => new(LocalSettings.Key(setting.Key), setting.Value);

    private static void Put(Dictionary<string, string?> settings, IEnumerable<KeyValuePair<string, string?>> more)
    {
        foreach (var (key, value) in more)
        {
            settings[key] = value;
        }
    }
}
