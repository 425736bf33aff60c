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
        await context.CallActivityAsync(nameof(RaiseRestedAnswer), answer, DurableRetry.OverStorageOutage);
    }
}

/// <summary>See <see cref="RestedAnswers"/>.</summary>
public sealed class RaiseRestedAnswer(RestedAnswers rested)
{
    [Function(nameof(RaiseRestedAnswer))]
    public Task RunAsync([ActivityTrigger] RestingAnswer answer, CancellationToken cancellationToken) => rested.RaiseAsync(answer, cancellationToken);
}
