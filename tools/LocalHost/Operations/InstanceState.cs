using Microsoft.Azure.WebJobs.Extensions.DurableTask;

namespace CxFunctions.LocalHost.Operations;

/// <summary>An instance as the pages show it; times are the product's.</summary>
public sealed record InstanceState(string Id, string Name, OrchestrationRuntimeStatus Status, DateTime Created, DateTime Updated, string? Failure)
{
    internal static InstanceState Of(DurableOrchestrationStatus status) => new(
        status.InstanceId, status.Name, status.RuntimeStatus, status.CreatedTime, status.LastUpdatedTime,
        status.RuntimeStatus == OrchestrationRuntimeStatus.Failed ? status.Output?.ToString() : null);
}
