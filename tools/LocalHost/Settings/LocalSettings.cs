using System.Text.Json;

namespace CxFunctions.LocalHost.Settings;

/// <summary>The <c>Values</c> of local.settings.json, and of the sample beside it, by configuration key.</summary>
internal static class LocalSettings
{
    /// <summary>What holds where nobody says otherwise.</summary>
    /// <exception cref="LocalHostException">The file is not what local.settings.json looks like.</exception>
    public static IReadOnlyDictionary<string, string?> Sample(string folder) => Read(Path.Combine(folder, "local.settings.sample.json"));

    /// <summary>What its owner has changed or added: what still stands as in the sample says nothing.</summary>
    /// <exception cref="LocalHostException">The file is not what local.settings.json looks like.</exception>
    public static IReadOnlyDictionary<string, string?> Own(string folder)
    {
        var sample = Sample(folder);
        return Read(Path.Combine(folder, "local.settings.json")).Where(setting => !sample.TryGetValue(setting.Key, out var known) || known != setting.Value)
            .ToDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static IReadOnlyDictionary<string, string?> Read(string path)
    {
        if (!File.Exists(path))
        {
            return new Dictionary<string, string?>();
        }
        try
        {
            using var document = JsonDocument.Parse(
                File.ReadAllText(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            // As with the Functions tools, the environment has the last word, and the file stands for environment variables: __ separates sections.
            return new JsonSection(document.RootElement, "")["Values"].Entries()
                .Where(value => Environment.GetEnvironmentVariable(value.Key) is null)
                .ToDictionary(value => Key(value.Key), value => (string?)value.Value, StringComparer.OrdinalIgnoreCase);
        }
        catch (JsonException failure)
        {
            throw new LocalHostException($"{path}: {failure.Message}", failure);
        }
    }

    /// <summary>The configuration key of a setting's name.</summary>
    public static string Key(string setting) => setting.Replace("__", ":", StringComparison.Ordinal);
}
