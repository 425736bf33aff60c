using System.Text.Json;
using System.Text.Json.Serialization;

namespace CxFunctions.Bench;

/// <summary>The JSON line that every benchmark ends with; what does not apply is left out.</summary>
internal sealed record BenchResult(string Bench, Limit Limit, Ours Ours, double Ratio)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public Machine Machine { get; } = new(Environment.ProcessorCount);

    /// <summary>Requests to the storage that one unit makes, idle ones taken off.</summary>
    public double? StorageOpsPerUnit { get; init; }

    /// <summary>Processor time of all processes that are measured, milliseconds, idle time taken off.</summary>
    public double? CpuMsPerUnit { get; init; }

    /// <summary>Cost at the larger size over cost at the smaller one, where a bench has two sizes.</summary>
    public double? Growth { get; init; }

    /// <summary>From the page's word that an answer is saved until the rollups count it.</summary>
    public Times? AnswerToRollup { get; init; }

    /// <summary><see cref="StorageOpsPerUnit"/> by whom they serve.</summary>
    public IReadOnlyDictionary<string, double>? StorageOps { get; init; }

    /// <summary>The same where units come one after the other instead of all at once.</summary>
    public double? PacedStorageOpsPerUnit { get; init; }

    /// <summary>The same for a survey that nobody answers.</summary>
    public double? ExpiredStorageOpsPerUnit { get; init; }

    public double? IdleStorageOpsPerSecond { get; init; }

    public string Notes { get; init; } = "";

    public string ToJson() => JsonSerializer.Serialize(this, Json);
}

internal sealed record Machine(int Cores);

/// <param name="What">What was done as fast as it goes.</param>
/// <param name="PerSecond">Units a second that this comes to.</param>
internal sealed record Limit(string What, double PerSecond);

internal sealed record Ours(double PerSecond, double P50Ms, double P99Ms, int Errors);

internal sealed record Times(double P50Ms, double P99Ms);
