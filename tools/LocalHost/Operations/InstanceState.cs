using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Newtonsoft.Json.Linq;

namespace CxFunctions.LocalHost.Operations;

/// <summary>An instance as the pages show it; times are the product's.</summary>
public sealed record InstanceState(string Id, string Name, OrchestrationRuntimeStatus Status, DateTime Created, DateTime Updated, string? Failure)
{
    internal static InstanceState Of(DurableOrchestrationStatus status) => new(
        status.InstanceId, status.Name, status.RuntimeStatus, status.CreatedTime, status.LastUpdatedTime,
        status.RuntimeStatus == OrchestrationRuntimeStatus.Failed ? ReasonIn(status.Output) : null);

    // The engine's own failures are an object with a message, an app's is text.
    private static string? ReasonIn(JToken? output) => output is JObject failure && (string?)failure["message"] is { } message ? message : output?.ToString();
}
