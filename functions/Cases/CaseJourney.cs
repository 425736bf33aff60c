using CxFunctions.Foundation.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace CxFunctions.Cases;

/// <summary>
/// One case from opening to the word back: visits the case, waits until something is due or was changed, and visits it again. It decides
/// nothing from events but to look at once; what counts is read from the case, so that a lost or doubled event changes nothing.
/// </summary>
public static class CaseJourney
{
    /// <summary>About a day of a case that nobody touches; then the journey begins anew with an empty history.</summary>
    private const int VisitsAGeneration = 24;

    [Function(nameof(CaseJourney))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, CasePlan plan)
    {
        var changed = context.WaitForExternalEvent<string>(CasePlan.ChangedEvent);
        for (var visits = 0; visits < VisitsAGeneration; visits++)
        {
            if ((await VisitAsync(context, plan)).LookAgainAt is not { } at)
            {
                return;
            }
            if (await WasChangedBeforeAsync(context, changed, at))
            {
                // One waiter on the name at any time: a new one only when the last has had its event.
                changed = context.WaitForExternalEvent<string>(CasePlan.ChangedEvent);
            }
        }
        // An event that this generation has taken and not acted on needs no passing on: the next one begins with a visit.
        context.ContinueAsNew(plan);
    }

    /// <summary>A case is not left alone because storage was away for longer than any retry: it is visited again at the usual pace.</summary>
    private static async Task<CaseAgenda> VisitAsync(TaskOrchestrationContext context, CasePlan plan)
    {
        try
        {
            var agenda = await context.CallActivityAsync<CaseAgenda>(AttendCaseActivity.Name, Visit(context, plan), DurableRetry.OverStorageOutage(context.InstanceId));
            return agenda.TellCustomer ? await TellCustomerAsync(context, plan) : agenda;
        }
        catch (TaskFailedException)
        {
            return new CaseAgenda(false, context.CurrentUtcDateTime + CaseAgendaRules.Pace);
        }
    }

    /// <summary>A service that stays out of reach ends in the timeline, where a manager sees it, not in a journey that failed unseen.</summary>
    private static async Task<CaseAgenda> TellCustomerAsync(TaskOrchestrationContext context, CasePlan plan)
    {
        try
        {
            return await context.CallActivityAsync<CaseAgenda>(TellCustomerActivity.Name, Visit(context, plan), DurableRetry.OverServiceOutage(context.InstanceId));
        }
        catch (TaskFailedException)
        {
            return await context.CallActivityAsync<CaseAgenda>(GiveUpWordBackActivity.Name, Visit(context, plan), DurableRetry.OverStorageOutage(context.InstanceId));
        }
    }

    private static CaseVisit Visit(TaskOrchestrationContext context, CasePlan plan) => new(plan.CaseId, plan.EscalateTo, context.CurrentUtcDateTime);

    /// <summary>Event or time; the timer that lost is given up, for an open one would keep the instance from ending.</summary>
    private static async Task<bool> WasChangedBeforeAsync(TaskOrchestrationContext context, Task changed, DateTime at)
    {
        using var giveUp = new CancellationTokenSource();
        if (await Task.WhenAny(changed, context.UntilAsync(at, giveUp.Token)) != changed)
        {
            return false;
        }
        giveUp.Cancel();
        return true;
    }
}
