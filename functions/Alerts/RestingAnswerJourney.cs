using CxFunctions.Responses;
using CxFunctions.Sentiment;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace CxFunctions.Alerts;

/// <summary>
/// A respondent who gave a bad score may be about to say why. The alert waits until the answer has rested; a later revision
/// takes its place.
/// </summary>
public static class RestingAnswerJourney
{
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);

    private static readonly TaskOptions Patiently = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 20, firstRetryInterval: TimeSpan.FromSeconds(15), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(30)));

    [Function(nameof(RestingAnswerJourney))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, ResponseAnalyzed response)
    {
        await context.CreateTimer(Rest, CancellationToken.None);
        await context.CallActivityAsync(nameof(RaiseRestedAnswer), response, Patiently);
    }
}

/// <summary>Raises the alerts of an answer unless a newer revision of it was saved meanwhile.</summary>
public sealed class RaiseRestedAnswer(ResponseStore responses, ResponseAlerting alerting)
{
    [Function(nameof(RaiseRestedAnswer))]
    public async Task RunAsync([ActivityTrigger] ResponseAnalyzed response, CancellationToken cancellationToken)
    {
        if (await responses.FindAsync(response.Ref, cancellationToken) is { } stored && stored.Revision == response.Revision)
        {
            await alerting.RaiseAsync(response, cancellationToken);
        }
    }
}
