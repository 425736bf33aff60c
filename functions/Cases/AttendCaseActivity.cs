using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Cases;

/// <summary>Does what has become due on our side, a missed deadline, and says what comes next.</summary>
public sealed class AttendCaseActivity(CaseStore store, CaseClock clock, CaseEscalation escalation)
{
    /// <summary>Stands in histories: never to be changed.</summary>
    public const string Name = "AttendCase";

    [Function(Name)]
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
