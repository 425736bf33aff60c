using CxFunctions.LocalHost.Durable;
using CxFunctions.LocalHost.Functions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace CxFunctions.LocalHost.Orchestrations;

/// <summary>Registers the app's orchestrators and activities with the engine, under the names that callers use.</summary>
internal static class DurableFunctions
{
    public static void Register(
        DurableEngine engine, IEnumerable<FunctionDescriptor> functions, FunctionInvoker invoker, DataConverter converter, CancellationToken stopping)
    {
        foreach (var function in functions)
        {
            switch (function.Trigger)
            {
                case OrchestrationTriggerAttribute trigger:
                    engine.Orchestrators.Add(
                        trigger.Orchestration ?? function.Name, context => invoker.OrchestrateAsync(function, Payload(context)));
                    break;
                case ActivityTriggerAttribute trigger:
                    engine.Activities.Add(
                        trigger.Activity ?? function.Name, (context, input) => invoker.InvokeAsync(function, Payload(context, input, converter), stopping));
                    break;
            }
        }
    }

    private static TriggerPayload Payload(TaskOrchestrationContext context) => new()
    {
        Bind = type => type.IsInstanceOfType(context) ? context
            : throw new NotSupportedException("an orchestration trigger gives TaskOrchestrationContext."),
        // A further parameter is the instance's input.
        Otherwise = type => typeof(TaskOrchestrationContext).GetMethod(nameof(TaskOrchestrationContext.GetInput))!.MakeGenericMethod(type).Invoke(context, null),
        Data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase) { ["instanceId"] = context.InstanceId },
    };

    private static TriggerPayload Payload(TaskActivityContext context, string? input, DataConverter converter) => new()
    {
        Bind = type => type == typeof(TaskActivityContext) ? context : converter.Deserialize(input, type),
        Data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase) { ["instanceId"] = context.InstanceId },
    };
}
