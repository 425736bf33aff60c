using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;

namespace CxFunctions.LocalHost.Durable;

/// <summary>Settings of the durable engine; the names are those of host.json `extensions.durableTask` where it has them.</summary>
public sealed class DurableEngineOptions
{
    /// <summary>1 to 45 characters; letters and digits count, the table is named by them.</summary>
    public string HubName { get; set; } = "LocalHub";

    /// <summary>At least 1.</summary>
    public int MaxConcurrentActivityFunctions { get; set; } = 10 * Environment.ProcessorCount;

    /// <summary>At least 1; steps under way, most of which wait for storage.</summary>
    public int MaxConcurrentOrchestratorFunctions { get; set; } = 10 * Environment.ProcessorCount;

    /// <summary>"NonRunningStates": a start with the id of an instance that is not over fails; "AnyState": it replaces it.</summary>
    public string OverridableExistingInstanceStates { get; set; } = "NonRunningStates";

    /// <summary>How many waiting instances stay in memory to spare a read; 0 or more.</summary>
    public int RememberedInstances { get; set; } = 5_000;

    /// <summary>How long a stop waits for running activities, in real time.</summary>
    public TimeSpan GracePeriod { get; set; } = TimeSpan.FromSeconds(5);

    public DataConverter DataConverter { get; set; } = JsonDataConverter.Default;

    internal string TableName
    {
        get
        {
            var letters = new string([.. HubName.Where(char.IsAsciiLetterOrDigit)]);
            return letters.Length is > 0 and <= 45 && HubName.Length <= 45
                ? (char.IsDigit(letters[0]) ? "t" : "") + letters + "Instances"
                : throw new ArgumentException($"The hub name '{HubName}' must have 1 to 45 letters and digits.");
        }
    }
}
