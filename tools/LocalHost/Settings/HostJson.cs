using System.Text.Json;

namespace CxFunctions.LocalHost.Settings;

/// <summary>The part of host.json that LocalHost obeys itself; defaults are those of the Functions host. The rest is for the extensions.</summary>
internal sealed record HostJson
{
    /// <summary>The whole file.</summary>
    public string Text { get; init; } = "{}";

    public string RoutePrefix { get; init; } = "api";

    /// <summary>Requests running and waiting beyond which the next is answered 429; -1 is no limit.</summary>
    public int MaxOutstandingRequests { get; init; } = -1;

    /// <summary>How long a function may run before it is cancelled.</summary>
    public TimeSpan FunctionTimeout { get; init; } = TimeSpan.FromMinutes(30);

    public QueueSettings Queues { get; init; } = new();

    /// <summary>Least level to log, by category prefix; "default" for all others.</summary>
    public IReadOnlyDictionary<string, LogLevel> LogLevels { get; init; } = new Dictionary<string, LogLevel>();

    /// <exception cref="LocalHostException">The file is missing, not JSON, or holds a value out of its range.</exception>
    public static HostJson Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path));
        }
        catch (Exception failure) when (failure is IOException or JsonException or FormatException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            throw new LocalHostException($"{path}: {failure.Message}", failure);
        }
    }

    public static HostJson Parse(string text)
    {
        using var document = JsonDocument.Parse(text, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var root = new JsonSection(document.RootElement, "");
        var extensions = root["extensions"];
        return new HostJson
        {
            Text = text,
            FunctionTimeout = root.Time("functionTimeout", TimeSpan.FromMinutes(30)),
            RoutePrefix = extensions["http"].Text("routePrefix", "api"),
            MaxOutstandingRequests = extensions["http"].Number("maxOutstandingRequests", -1, -1, int.MaxValue),
            Queues = QueueSettings.From(extensions["queues"]),
            LogLevels = root["logging"]["logLevel"].Entries().ToDictionary(
                entry => entry.Key, entry => Enum.Parse<LogLevel>(entry.Value, ignoreCase: true), StringComparer.OrdinalIgnoreCase),
        };
    }
}
