using System.Text.Json;
using System.Text.Json.Serialization;

namespace CxFunctions.Bench;

/// <summary>The JSON line that every benchmark ends with; what does not apply is left out.</summary>
internal sealed record BenchResult(string Bench, Limit Limit, Ours Ours, double Ratio)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public Machine Machine { get; } = new(Environment.ProcessorCount);

    public double? StorageOpsPerUnit { get; init; }

    /// <summary>Processor time of this process alone, milliseconds.</summary>
    public double? CpuMsPerUnit { get; init; }

    /// <summary>Cost at the larger size over cost at the smaller one, where a bench has two sizes.</summary>
    public double? Growth { get; init; }

    public string Notes { get; init; } = "";

    public string ToJson() => JsonSerializer.Serialize(this, Json);
}

internal sealed record Machine(int Cores);

/// <param name="What">What was done as fast as it goes.</param>
internal sealed record Limit(string What, double PerSecond);

internal sealed record Ours(double PerSecond, double P50Ms, double P99Ms, int Errors);
