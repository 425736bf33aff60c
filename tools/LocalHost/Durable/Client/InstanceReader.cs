using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CxFunctions.LocalHost.Durable;

/// <summary>Instances as the client sees them.</summary>
internal sealed partial class InstanceReader(InstanceTable table, Patience patience, DurableEngineOptions options)
{
    public DataConverter Converter => options.DataConverter;

    public string Hub => options.HubName;

    public Task<Instance?> LoadAsync(string id, CancellationToken cancellation) =>
        patience.Try(() => table.LoadAsync(id, cancellation), cancellation);

    public OrchestrationMetadata Describe(Instance instance, bool withData) => new(instance.Name, instance.Id)
    {
        RuntimeStatus = instance.Status,
        CreatedAt = new(instance.CreatedAt),
        LastUpdatedAt = new(instance.UpdatedAt),
        SerializedCustomStatus = instance.CustomStatus,
        SerializedInput = withData ? instance.Started.Data : null,
        SerializedOutput = withData ? Output(instance) : null,
        FailureDetails = instance.History[^1] is ExecutionCompleted { Failed: true } failed ? FailureText.Read(failed.Data) : null,
        Tags = instance.Started.Tags ?? new Dictionary<string, string>(),
        DataConverter = withData ? options.DataConverter : null,
    };

    private static string? Output(Instance instance) => instance.IsOver
        ? instance.History.LastOrDefault(item => item is ExecutionCompleted { Failed: false } or ExecutionTerminated)?.Data
        : null;
}
