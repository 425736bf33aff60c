using CxFunctions.LocalHost.Durable;
using Microsoft.DurableTask;

namespace CxFunctions.LocalHost.Settings;

/// <summary>host.json <c>extensions.durableTask</c>, as far as the local engine has a use for it.</summary>
internal sealed record DurableSettings
{
    public string HubName { get; init; } = "TestHubName";

    /// <summary>Activities at once; the Functions host's default is 10 per core.</summary>
    public int MaxConcurrentActivityFunctions { get; init; } = 10 * Environment.ProcessorCount;

    /// <summary>Orchestrators at once; the Functions host's default is 10 per core.</summary>
    public int MaxConcurrentOrchestratorFunctions { get; init; } = 10 * Environment.ProcessorCount;

    public string OverridableExistingInstanceStates { get; init; } = "NonRunningStates";

    public DurableEngineOptions ForEngine(DataConverter converter) => new()
    {
        HubName = HubName,
        MaxConcurrentActivityFunctions = MaxConcurrentActivityFunctions,
        MaxConcurrentOrchestratorFunctions = MaxConcurrentOrchestratorFunctions,
        OverridableExistingInstanceStates = OverridableExistingInstanceStates,
        DataConverter = converter,
    };

    public static DurableSettings From(JsonSection section) => new()
    {
        HubName = section.Text("hubName", "TestHubName"),
        MaxConcurrentActivityFunctions = section.Number("maxConcurrentActivityFunctions", 10 * Environment.ProcessorCount, 1, 10_000),
        MaxConcurrentOrchestratorFunctions = section.Number("maxConcurrentOrchestratorFunctions", 10 * Environment.ProcessorCount, 1, 10_000),
        OverridableExistingInstanceStates = section.Text("overridableExistingInstanceStates", "NonRunningStates"),
    };
}
