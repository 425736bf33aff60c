using System.Text.Json.Nodes;

namespace CxFunctions.Tests.RealTime.Trouble;

/// <summary>Settings under which a test need not wait long for what a killed host had in hand.</summary>
internal static class KillPlan
{
    /// <summary>How long the engine's messages stay unseen; it renews them while it works.</summary>
    private const string Hold = "00:00:15";

    public static void ShortenHolds(JsonNode hostJson)
    {
        var provider = hostJson["extensions"]!["durableTask"]!["storageProvider"]!;
        provider["controlQueueVisibilityTimeout"] = Hold;
        provider["workItemQueueVisibilityTimeout"] = Hold;
    }
}
