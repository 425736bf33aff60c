using System.Globalization;
using System.Text;
using CxFunctions.LocalHost.TimeMachine;

namespace CxFunctions.LocalHost.Jobs;

/// <summary>The configuration of the official part: host.json below <c>AzureWebJobs:</c>, as the Functions host has it, and the app's settings.</summary>
internal static class JobsConfiguration
{
    private const string Queues = "AzureWebJobs:extensions:queues:";
    private const string Storage = "AzureWebJobs:extensions:durableTask:storageProvider:type";

    /// <param name="hostJson">The file's text.</param>
    /// <param name="settings">App settings, by configuration key.</param>
    /// <param name="speed">Of the product's clock; 0 when it stands still.</param>
    /// <param name="rest">How long a message rests after a failure, in product time.</param>
    public static Dictionary<string, string?> Of(string hostJson, IReadOnlyDictionary<string, string?> settings, double speed, TimeSpan rest)
    {
        var configuration = new Dictionary<string, string?>(settings, StringComparer.OrdinalIgnoreCase)
        {
            // The Durable extension chooses its protocol by it.
            ["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated",
            // A container's name would make it write its events to standard output, for Azure's collectors.
            ["CONTAINER_NAME"] = "",
            // Else it warns at every start that it could trace.
            ["AzureWebJobs:extensions:durableTask:tracing:distributedTracingEnabled"] = "true",
            ["AzureWebJobs:extensions:durableTask:tracing:version"] = "None",
        };
        foreach (var (key, value) in new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(hostJson))).Build().AsEnumerable())
        {
            configuration[$"AzureWebJobs:{key}"] = value;
        }
        if (speed != 1)
        {
            configuration[Storage] = TimeMachineProviderFactory.ProviderName;
            // Both are real time to the queue extension. What waits in product time is noticed at once, and rests as much shorter as that runs faster.
            configuration[Queues + "maxPollingInterval"] = "00:00:00.100";
            configuration[Queues + "visibilityTimeout"] = (speed == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Round(rest.TotalSeconds / speed)))
                .ToString("c", CultureInfo.InvariantCulture);
        }
        return configuration;
    }
}
