using CxFunctions.Channels;
using CxFunctions.Messages;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Cases;

/// <summary>Does what has become due on our side, a missed deadline, and says what comes next.</summary>
public sealed class AttendCase(CaseStore store, CaseClock clock, CaseEscalation escalation)
{
    [Function(nameof(AttendCase))]
    public async Task<CaseAgenda> RunAsync([ActivityTrigger] CaseVisit visit, CancellationToken cancellationToken)
    {
        var at = clock.At(visit);
        var current = await store.FindAsync(visit.CaseId, cancellationToken);
        if (current is not null && CaseAgendaRules.Missed(current, at) is { } deadline)
        {
            current = await escalation.EscalateAsync(current, deadline, visit.EscalateTo, at, cancellationToken);
        }
        return await clock.AgendaAsync(current, at, cancellationToken);
    }
}

/// <summary>Reads what the customer is to be told, tells it, and writes down what came of it; all of it may be repeated.</summary>
public sealed class TellCustomer(CaseStore store, CaseClock clock, WordBackSender sender, ILogger<TellCustomer> log)
{
    [Function(nameof(TellCustomer))]
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

/// <summary>Writes into the case that the customer could not be told: no service took the message for hours.</summary>
public sealed class GiveUpWordBack(CaseStore store, CaseClock clock, ILogger<GiveUpWordBack> log)
{
    [Function(nameof(GiveUpWordBack))]
    public async Task<CaseAgenda> RunAsync([ActivityTrigger] CaseVisit visit, CancellationToken cancellationToken)
    {
        var outOfReach = new SendOutcome(SendResult.Failed, "service-out-of-reach");
        log.CustomerNotTold(visit.CaseId, outOfReach.Reason);
        await store.ChangeAsync(visit.CaseId, current => CaseWordBack.Told(current, outOfReach, clock.At(visit)), cancellationToken);
        return CaseAgenda.Done;
    }
}
