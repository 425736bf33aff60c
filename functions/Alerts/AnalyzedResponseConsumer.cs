using CxFunctions.Foundation;
using CxFunctions.Foundation.Durable;
using CxFunctions.Messages;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Alerts;

/// <summary>
/// A finished answer is looked at now; one that is still being given once it has rested. What comes after its rest (words that were read
/// late, a message out of poison) is looked at now as well: the journey that waited for it may be over and forgotten.
/// </summary>
public sealed class AnalyzedResponseConsumer(ResponseAlerting alerting, RestedAnswers rested, TimeProvider time, ILogger<AnalyzedResponseConsumer> log)
{
    [Function("AnalyzedResponseConsumer")]
    public async Task RunAsync([QueueTrigger(QueueNames.AnalyzedResponses)] string message, [DurableClient] DurableTaskClient journeys, CancellationToken cancellationToken)
    {
        var response = QueueMessage.Read<ResponseAnalyzed>(message, m => m.Version, ResponseAnalyzed.CurrentVersion);
        if (!alerting.Concerns(response))
        {
            return;
        }
        var resting = RestingAnswer.Of(response);
        if (response.Complete)
        {
            await alerting.RaiseAsync(response, cancellationToken);
        }
        else if (time.GetUtcNow() >= resting.Until)
        {
            await rested.RaiseAsync(resting, cancellationToken);
        }
        else
        {
            log.Rests(response.Ref.JourneyId, response.Revision, resting.Until);
            await journeys.StartOnceAsync(nameof(RestingAnswerJourney), resting.InstanceId, resting, cancellationToken);
        }
    }
}
