using CxFunctions.Foundation;
using CxFunctions.Messages;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Sentiment;

public sealed class AnalysisRetryConsumer(ResponseAnalysis analysis)
{
    [Function(nameof(AnalysisRetryConsumer))]
    public Task RunAsync([QueueTrigger(QueueNames.AnalysisRetries)] string message, CancellationToken cancellationToken) =>
        analysis.AgainAsync(QueueMessage.Read<AnalysisPostponed>(message, m => m.Version, AnalysisPostponed.CurrentVersion), cancellationToken);
}
