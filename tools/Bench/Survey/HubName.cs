using System.Text.Json;
using CxFunctions.LocalHost;

namespace CxFunctions.Bench.Survey;

/// <summary>The task hub, by whose name the durable engine's queues, tables and containers begin.</summary>
internal static class HubName
{
    public static string Read()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryFolder.Find(), "host.json")));
        return json.RootElement.GetProperty("extensions").GetProperty("durableTask").GetProperty("hubName").GetString()!;
    }
}
