using CxFunctions.Messages;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Cases;

/// <summary>Writes into the case that the customer could not be told: no service took the message for hours.</summary>
public sealed class GiveUpWordBackActivity(CaseStore store, CaseClock clock, ILogger<GiveUpWordBackActivity> log)
{
    /// <summary>Stands in histories: never to be changed.</summary>
    public const string Name = "GiveUpWordBack";

    [Function(Name)]
    public async Task<CaseAgenda> RunAsync([ActivityTrigger] CaseVisit visit, CancellationToken cancellationToken)
    {
        var outOfReach = new SendOutcome(SendResult.Failed, "service-out-of-reach");
        log.CustomerNotTold(visit.CaseId, outOfReach.Reason);
        await store.ChangeAsync(visit.CaseId, current => CaseWordBack.Told(current, outOfReach, clock.At(visit)), cancellationToken);
        return CaseAgenda.Done;
    }
}
