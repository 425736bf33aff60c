using CxFunctions.Channels;
using CxFunctions.Messages;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Cases;

/// <summary>Reads what the customer is to be told, tells it, and writes down what came of it; all of it may be repeated.</summary>
public sealed class TellCustomerActivity(CaseStore store, CaseClock clock, WordBackSender sender, ILogger<TellCustomerActivity> log)
{
    /// <summary>Stands in histories: never to be changed.</summary>
    public const string Name = "TellCustomer";

    [Function(Name)]
    public async Task<CaseAgenda> RunAsync([ActivityTrigger] CaseVisit visit, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(visit.CaseId, cancellationToken) is not { WordBackState: WordBackState.Waiting } c)
        {
            return CaseAgenda.Done;
        }
        var at = clock.At(visit);
        var outcome = await sender.SendAsync(CaseWordBack.Of(c, c.WordBack ?? ""), cancellationToken);
        if (outcome.Result == SendResult.Postponed)
        {
            var agenda = await clock.PostponedAsync(c, at, cancellationToken);
            log.CustomerToldLater(c.Id, agenda.LookAgainAt);
            return agenda;
        }
        if (outcome.Result == SendResult.Sent)
        {
            log.CustomerTold(c.Id);
        }
        else
        {
            log.CustomerNotTold(c.Id, outcome.Reason);
        }
        await store.ChangeAsync(c.Id, current => CaseWordBack.Told(current, outcome, at), cancellationToken);
        return CaseAgenda.Done;
    }
}
