using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Microsoft.Azure.WebJobs.Host.Scale;
using Microsoft.Extensions.Options;

namespace CxFunctions.LocalHost.TimeMachine;

/// <summary>Gives the extension its back end where host.json names it; there is one hub in a process.</summary>
/// <param name="hub">The hub.</param>
/// <param name="options">The extension's settings: how much runs at a time, by default ten times the processors, as on Azure Storage.</param>
public sealed class TimeMachineProviderFactory(TimeMachineHub hub, IOptions<DurableTaskOptions> options) : IDurabilityProviderFactory
{
    /// <summary>What host.json's <c>extensions:durableTask:storageProvider:type</c> says to choose it.</summary>
    public const string ProviderName = "TimeMachine";

    private readonly Lazy<TimeMachineProvider> _provider = new(() =>
    {
        var usual = 10 * Environment.ProcessorCount;
        var service = new TimeMachineService(
            hub,
            options.Value.MaxConcurrentOrchestratorFunctions ??= usual,
            options.Value.MaxConcurrentActivityFunctions ??= usual);
        options.Value.MaxConcurrentEntityFunctions ??= usual;
        return new TimeMachineProvider(hub, service, new TimeMachineClient(hub));
    });

    /// <inheritdoc/>
    public string Name => ProviderName;

    /// <inheritdoc/>
    public DurabilityProvider GetDurabilityProvider() => _provider.Value;

    /// <inheritdoc/>
    public DurabilityProvider GetDurabilityProvider(DurableClientAttribute attribute) => _provider.Value;

    /// <inheritdoc/>
    public DurabilityProvider GetDurabilityProvider(DurableClientAttribute attribute, TriggerMetadata triggerMetadata) => _provider.Value;

    /// <summary>There are no entities, so nothing to keep apart.</summary>
    public void SetUseSeparateQueueForEntityWorkItems(bool newValue)
    {
    }
}
