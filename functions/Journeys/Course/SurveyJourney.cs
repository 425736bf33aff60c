using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace CxFunctions.Journeys;

/// <summary>One survey from the transaction to its end. Decides; activities do.</summary>
public static class SurveyJourney
{
    [Function(nameof(SurveyJourney))]
    public static async Task<JourneyEnd> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var ending = await new SurveyCourse(context, context.GetInput<SurveyJourneyInput>()!).RunAsync();
        await context.CallActivityAsync(nameof(EndJourney), ending, ActivityRetry.Patient);
        return ending.End;
    }
}
