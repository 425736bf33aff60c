using CxFunctions.Foundation;
using CxFunctions.Messages;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Sentiment;

public sealed class ResponseConsumer(ResponseAnalysis analysis)
{
    [Function(nameof(ResponseConsumer))]
    public Task RunAsync([QueueTrigger(QueueNames.Responses)] string message, CancellationToken cancellationToken) =>
        analysis.FirstAsync(QueueMessage.Read<ResponseSaved>(message, m => m.Version, ResponseSaved.CurrentVersion), cancellationToken);
}
