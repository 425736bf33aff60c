using CxFunctions.Journeys.Steps;
using CxFunctions.Messages;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace CxFunctions.Journeys.Orchestration;

/// <summary>One survey from the transaction to its end. Decides; activities do. How to change it: README.md of this folder.</summary>
public static class SurveyJourney
{
    [Function(nameof(SurveyJourney))]
    public static async Task<JourneyEnd> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var input = context.GetInput<SurveyJourneyInput>()!;
        try
        {
            return await new StepLoop(context, input).RunAsync();
        }
        catch (Exception e)
        {
            // The ledger must not wait for what will not come. What fails beyond this (not even told to, or not deterministic) the sweep finds.
            await context.CallActivityAsync(FailJourneyActivity.Name, new JourneyFailure(input.JourneyId, input.Generation, ReasonOf(e)), ActivityRetry.Of(context.InstanceId));
            throw;
        }
    }

    private static string ReasonOf(Exception e) => e is TaskFailedException failed ? $"{failed.TaskName}: {ActivityRetry.CauseOf(failed.FailureDetails)}" : e.GetType().Name;
}
