using CxFunctions.Journeys.Failing;
using CxFunctions.Journeys.Orchestration;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Journeys.Steps;

/// <summary>The last step of a journey that can't go on. Idempotent.</summary>
internal sealed class FailJourneyActivity(JourneyFailing failing)
{
    /// <summary>Stands in histories: never to be changed.</summary>
    public const string Name = "FailJourney";

    [Function(Name)]
    public Task RunAsync([ActivityTrigger] JourneyFailure failure, CancellationToken cancellationToken) => failing.FailAsync(failure, cancellationToken);
}
