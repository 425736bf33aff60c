using Microsoft.DurableTask;

namespace CxFunctions.LocalHost.Durable;

public sealed partial class DurableEngine
{
    /// <summary>Adds everything of a registry, as a worker does: a suite written for the official packages can drive this engine.</summary>
    /// <param name="services">What classes are made with.</param>
    public void Register(DurableTaskRegistry registry, IServiceProvider services)
    {
        foreach (var (name, factory) in registry.GetOrchestrators())
        {
            Orchestrators.Add(name, context => Run(factory(services), context));
        }

        foreach (var (name, factory) in registry.GetActivities())
        {
            Activities.Add(name, (context, input) =>
            {
                var activity = factory(services);
                return activity.RunAsync(context, _options.DataConverter.Deserialize(input, activity.InputType));
            });
        }
    }

    private Task<object?> Run(ITaskOrchestrator orchestrator, TaskOrchestrationContext context) =>
        orchestrator.RunAsync(context, ((OrchestrationContext)context).InputAs(orchestrator.InputType));
}
