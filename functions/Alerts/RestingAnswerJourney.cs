using CxFunctions.Foundation.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace CxFunctions.Alerts;

/// <summary>Waits until an answer has rested, then lets the alerts that it calls for be raised.</summary>
public static class RestingAnswerJourney
{
    [Function(nameof(RestingAnswerJourney))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, RestingAnswer answer)
    {
        await context.UntilAsync(answer.Until);
        await context.CallActivityAsync(RaiseRestedAnswerActivity.Name, answer, DurableRetry.OverStorageOutage(context.InstanceId));
    }
}
