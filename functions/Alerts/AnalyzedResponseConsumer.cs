using CxFunctions.Foundation;
using CxFunctions.Sentiment;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CxFunctions.Alerts;

/// <summary>A finished answer is looked at now; one that is still being given once it has rested.</summary>
public sealed class AnalyzedResponseConsumer(ResponseAlerting alerting)
{
    [Function("AnalyzedResponseConsumer")]
    public async Task RunAsync([QueueTrigger(QueueNames.AnalyzedResponses)] string message, [DurableClient] DurableTaskClient journeys, CancellationToken cancellationToken)
    {
        var response = QueueMessage.Read<ResponseAnalyzed>(message, m => m.Version, ResponseAnalyzed.CurrentVersion);
        if (!alerting.Concerns(response))
        {
            return;
        }
        if (response.Complete)
        {
            await alerting.RaiseAsync(response, cancellationToken);
            return;
        }
        var instance = $"rest-{response.Ref.JourneyId}-{response.Revision}";
        if (await journeys.GetInstanceAsync(instance, cancellationToken) is null)
        {
            await journeys.ScheduleNewOrchestrationInstanceAsync(nameof(RestingAnswerJourney), response, new StartOrchestrationOptions(instance), cancellationToken);
        }
    }
}
