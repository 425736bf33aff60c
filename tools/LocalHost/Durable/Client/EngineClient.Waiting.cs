using Microsoft.DurableTask.Client;

namespace CxFunctions.LocalHost.Durable;

internal sealed partial class EngineClient
{
    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        UntilAsync(instanceId, instance => instance.Status != OrchestrationRuntimeStatus.Pending, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        UntilAsync(instanceId, instance => instance.IsOver, getInputsAndOutputs, cancellation);

    /// <exception cref="InvalidOperationException">There is no such instance.</exception>
    private async Task<OrchestrationMetadata> UntilAsync(
        string id, Func<Instance, bool> condition, bool withData, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, stopped);
        var wait = watch.Until(id, condition);
        try
        {
            var instance = post.Remembered(id) ?? await reader.LoadAsync(id, either.Token).ConfigureAwait(false)
                ?? throw new InvalidOperationException($"Orchestration with instanceId '{id}' does not exist");
            return reader.Describe(condition(instance) ? instance : await wait.WaitAsync(either.Token).ConfigureAwait(false), withData);
        }
        finally
        {
            watch.Forget(id, wait);
        }
    }
}
