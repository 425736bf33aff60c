using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Journeys;

/// <summary>The last step of a journey that can't go on. Idempotent.</summary>
internal sealed class FailJourney(JourneyFailing failing)
{
    [Function(nameof(FailJourney))]
    public Task RunAsync([ActivityTrigger] JourneyFailure failure, CancellationToken cancellationToken) => failing.FailAsync(failure, cancellationToken);
}
