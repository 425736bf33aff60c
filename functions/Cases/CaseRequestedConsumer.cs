using CxFunctions.Foundation;
using CxFunctions.Messages;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace CxFunctions.Cases;

public sealed class CaseRequestedConsumer(CaseOpening opening)
{
    [Function("CaseRequestedConsumer")]
    public Task RunAsync([QueueTrigger(QueueNames.Cases)] string message, [DurableClient] DurableTaskClient journeys, CancellationToken cancellationToken) =>
        opening.OpenAsync(QueueMessage.Read<CaseRequested>(message, m => m.Version, CaseRequested.CurrentVersion), journeys, cancellationToken);
}
