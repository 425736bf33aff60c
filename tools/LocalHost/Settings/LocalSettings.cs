using System.Text.Json;

namespace CxFunctions.LocalHost.Settings;

/// <summary>The <c>Values</c> of local.settings.json, or of the sample beside it where nobody has made one yet.</summary>
internal static class LocalSettings
{
    /// <exception cref="LocalHostException">The file is not what local.settings.json looks like.</exception>
    public static IReadOnlyDictionary<string, string?> Read(string folder)
    {
        var path = new[] { "local.settings.json", "local.settings.sample.json" }
            .Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        if (path is null)
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
