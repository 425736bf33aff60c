using Microsoft.Azure.WebJobs.Extensions.DurableTask;

namespace CxFunctions.LocalHost.TimeMachine;

/// <summary>Registers the back end beside the official ones; host.json chooses between them.</summary>
public static class TimeMachineSetup
{
    /// <summary>Adds TimeMachine, on a clock.</summary>
    /// <param name="services">The services of the functions host.</param>
    /// <param name="hub">The hub; the caller disposes it after the host has stopped.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddTimeMachine(this IServiceCollection services, TimeMachineHub hub) => services
        .AddSingleton(hub)
        .AddSingleton<IDurabilityProviderFactory, TimeMachineProviderFactory>();
}
